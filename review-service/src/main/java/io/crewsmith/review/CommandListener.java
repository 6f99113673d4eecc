package io.crewsmith.review;

import io.crewsmith.events.v1.DecideReview;
import io.crewsmith.events.v1.RollBack;
import io.crewsmith.events.v1.SubmitForReview;
import io.crewsmith.platform.events.Received;
import io.crewsmith.platform.outbox.Inbox;
import io.crewsmith.review.model.Run;
import io.crewsmith.schemas.Topics;
import java.util.UUID;
import org.springframework.kafka.annotation.KafkaListener;

/** Lays the commands about runs before the desk; those about agents are not for this service. */
class CommandListener {

    private final Inbox inbox;
    private final ReviewDesk desk;
    private final RunStore runs;

    CommandListener(Inbox inbox, ReviewDesk desk, RunStore runs) {
        this.inbox = inbox;
        this.desk = desk;
        this.runs = runs;
    }

    @KafkaListener(topics = Topics.COMMANDS, groupId = "review-service-commands")
    void on(Received received) {
        switch (received.event()) {
            case SubmitForReview submit -> inbox.once(received, () -> carryOut(received));
            case DecideReview decide -> inbox.once(received, () -> carryOut(received));
            case RollBack rollBack -> inbox.once(received, () -> carryOut(received));
            default -> {}
        }
    }

    void carryOut(Received received) {
        runs.lock(UUID.fromString(received.envelope().getRunId()))
                .ifPresentOrElse(run -> carryOut(received, run), () -> runs.keepForLater(received));
    }

    private void carryOut(Received received, Run run) {
        switch (received.event()) {
            case SubmitForReview command -> desk.submit(received, run, command);
            case DecideReview command -> desk.decide(received, run, command);
            case RollBack command -> desk.rollBack(received, run, command);
            default -> throw new IllegalStateException("Not about a run: " + received);
        }
    }
}
