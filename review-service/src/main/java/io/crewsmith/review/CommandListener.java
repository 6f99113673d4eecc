package io.crewsmith.review;

import io.crewsmith.events.v1.BundleReviews;
import io.crewsmith.events.v1.DecideReview;
import io.crewsmith.events.v1.DeleteAgent;
import io.crewsmith.events.v1.DeleteCrew;
import io.crewsmith.events.v1.GenerateCode;
import io.crewsmith.events.v1.ReportChecks;
import io.crewsmith.events.v1.RetryStage;
import io.crewsmith.events.v1.RollBack;
import io.crewsmith.events.v1.SaveAgent;
import io.crewsmith.events.v1.SaveCrew;
import io.crewsmith.events.v1.SubmitForReview;
import io.crewsmith.platform.events.Digests;
import io.crewsmith.platform.events.Received;
import io.crewsmith.platform.outbox.Inbox;
import io.crewsmith.schemas.Topics;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;

/**
 * Lays the commands about runs before the desk. Of those about configurations it notes the changes, in the order of the
 * commands, so that no approval counts that was asked for after one.
 */
class CommandListener {

    private final Inbox inbox;
    private final Changes changes;
    private final ReviewDesk desk;
    private final RunCommands commands;
    private final BundlingDesk bundling;

    CommandListener(Inbox inbox, Changes changes, ReviewDesk desk, RunCommands commands, BundlingDesk bundling) {
        this.inbox = inbox;
        this.changes = changes;
        this.desk = desk;
        this.commands = commands;
        this.bundling = bundling;
    }

    @KafkaListener(topics = Topics.COMMANDS, groupId = "review-service-commands")
    void on(Received received) {
        switch (received.event()) {
            case SubmitForReview submit -> inbox.once(received, () -> commands.carryOut(received));
            case DecideReview decide -> inbox.once(received, () -> commands.carryOut(received));
            case RollBack rollBack -> inbox.once(received, () -> commands.carryOut(received));
            case RetryStage retry -> inbox.once(received, () -> commands.carryOut(received));
            case BundleReviews bundle -> inbox.once(received, () -> bundling.bundle(received, bundle));
            case ReportChecks report -> inbox.once(received, () -> commands.carryOut(received));
            case GenerateCode generate ->
                inbox.once(
                        received,
                        () -> changes.began(UUID.fromString(received.envelope().getRunId()), received.subject()));
            case SaveAgent save ->
                inbox.once(received, () -> changed(received, Digests.sha256(save.getConfiguration())));
            case SaveCrew save ->
                inbox.once(received, () -> changed(received, Digests.sha256(save.getConfiguration())));
            case DeleteAgent delete -> inbox.once(received, () -> changed(received, null));
            case DeleteCrew delete -> inbox.once(received, () -> changed(received, null));
            default -> {}
        }
    }

    private void changed(Received received, @Nullable String digest) {
        String by = received.envelope().getActor();
        changes.changed(received.subject(), digest, by).forEach(run -> desk.outdate(received, run, by));
    }
}
