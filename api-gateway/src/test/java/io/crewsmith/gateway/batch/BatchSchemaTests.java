package io.crewsmith.gateway.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.embedded.DatabaseAddress;
import io.crewsmith.testsupport.TestServices;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class BatchSchemaTests {

    @Test
    void aVersionBeforeSharedPullRequestsMayStillBeginABatch() throws SQLException {
        DatabaseAddress database = TestServices.freshDatabase();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .schemas("batches")
                .locations("classpath:db/batches")
                .load()
                .migrate();

        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet begun = statement.executeQuery("""
                        insert into batches.batches
                          (batch_id, requested_by, create_pull_request, deploy_immediately, created_at)
                        values (gen_random_uuid(), 'author', true, false, now())
                        returning share_pull_requests
                        """)) {
            assertThat(begun.next()).isTrue();
            assertThat(begun.getBoolean("share_pull_requests")).isFalse();
        }
    }
}
