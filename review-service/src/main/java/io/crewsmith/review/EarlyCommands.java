package io.crewsmith.review;

import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.platform.events.Received;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Commands that overtook the scan of their run: two topics have no order between them. */
final class EarlyCommands {

    private final JdbcClient jdbc;
    private final EventCodec codec;

    EarlyCommands(JdbcClient jdbc, EventCodec codec) {
        this.jdbc = jdbc;
        this.codec = codec;
    }

    void keep(Received command) {
        jdbc.sql("insert into reviews.early_commands (event_id, run_id, command) values (?, ?, ?)")
                .param(command.eventId())
                .param(UUID.fromString(command.envelope().getRunId()))
                .param(command.bytes())
                .update();
    }

    List<Received> take(UUID runId) {
        return jdbc.sql("""
                        with taken as (delete from reviews.early_commands where run_id = ? returning position, command)
                        select command from taken order by position
                        """).param(runId).query(byte[].class).list().stream()
                .map(bytes -> new Received(codec.decode(bytes), bytes))
                .toList();
    }
}
