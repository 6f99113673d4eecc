package io.crewsmith.generator;

import io.crewsmith.events.v1.DraftFailed;
import io.crewsmith.events.v1.DraftRendered;
import io.crewsmith.events.v1.PreviewRequested;
import io.crewsmith.events.v1.ScanRequested;
import io.crewsmith.generator.model.Generation.Failed;
import io.crewsmith.generator.model.Generation.Generated;
import io.crewsmith.platform.events.Received;
import io.crewsmith.platform.kafka.EventPublisher;
import io.crewsmith.schemas.Topics;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** Renders previews, and passes given code on: both go the way of all code, and leave no trace. */
class DraftListener {

    private final Generator generator;
    private final EventPublisher publisher;

    DraftListener(Generator generator, EventPublisher publisher) {
        this.generator = generator;
        this.publisher = publisher;
    }

    @KafkaListener(topics = Topics.DRAFTS, groupId = "generator-service-drafts")
    void on(Received received) {
        switch (received.event()) {
            case PreviewRequested preview -> publisher.publish(Topics.DRAFT_CODE, rendered(received, preview));
            case ScanRequested scan ->
                publisher.publish(
                        Topics.DRAFT_CODE,
                        new DraftRendered(received.followedBy(DraftRendered.class), null, scan.getCode(), List.of()));
            default -> {}
        }
    }

    private SpecificRecord rendered(Received received, PreviewRequested preview) {
        return switch (generator.generate(preview.getKind(), preview.getConfiguration())) {
            case Generated generated ->
                new DraftRendered(
                        received.followedBy(DraftRendered.class),
                        preview.getConfiguration(),
                        generated.files().getFirst().content(),
                        CodeEvents.warnings(generated));
            case Failed failed -> new DraftFailed(received.followedBy(DraftFailed.class), failed.reason());
        };
    }
}
