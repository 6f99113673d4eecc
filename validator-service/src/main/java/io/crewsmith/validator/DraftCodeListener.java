package io.crewsmith.validator;

import io.crewsmith.events.v1.DraftFailed;
import io.crewsmith.events.v1.DraftRendered;
import io.crewsmith.events.v1.DraftScanned;
import io.crewsmith.platform.events.Digests;
import io.crewsmith.platform.events.Received;
import io.crewsmith.platform.kafka.EventPublisher;
import io.crewsmith.schemas.Topics;
import io.crewsmith.validator.model.Verdict;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** Judges previews and given code: by the same rules, without a trace. */
class DraftCodeListener {

    private final Scanner scanner;
    private final EventPublisher publisher;

    DraftCodeListener(Scanner scanner, EventPublisher publisher) {
        this.scanner = scanner;
        this.publisher = publisher;
    }

    @KafkaListener(topics = Topics.DRAFT_CODE, groupId = "validator-service-drafts")
    void on(Received received) {
        switch (received.event()) {
            case DraftRendered draft -> publisher.publish(Topics.DRAFT_SCANS, scanned(received, draft));
            case DraftFailed failed ->
                publisher.publish(
                        Topics.DRAFT_SCANS,
                        new DraftFailed(received.followedBy(DraftFailed.class), failed.getReason()));
            default -> {}
        }
    }

    private SpecificRecord scanned(Received received, DraftRendered draft) {
        return new DraftScanned(
                received.followedBy(DraftScanned.class),
                draft.getCode(),
                draft.getWarnings(),
                VerdictEvents.verdict(judged(draft), Digests.sha256(draft.getCode())));
    }

    private Verdict judged(DraftRendered draft) {
        return draft.getConfiguration() == null
                ? scanner.scanDraft(draft.getCode())
                : scanner.scanPreview(draft.getConfiguration(), draft.getCode());
    }
}
