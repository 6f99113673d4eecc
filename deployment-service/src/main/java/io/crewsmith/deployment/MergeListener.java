package io.crewsmith.deployment;

import io.crewsmith.deployment.model.Activation;
import io.crewsmith.deployment.model.Activation.Refuse;
import io.crewsmith.deployment.model.Activation.Repeat;
import io.crewsmith.deployment.model.Activation.Write;
import io.crewsmith.deployment.model.ActivationRules;
import io.crewsmith.deployment.model.Manifest;
import io.crewsmith.deployment.model.Release;
import io.crewsmith.deployment.model.ReleasedFile;
import io.crewsmith.events.v1.Merged;
import io.crewsmith.platform.events.Received;
import io.crewsmith.schemas.Topics;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.springframework.kafka.annotation.KafkaListener;

/** Makes what was merged active. */
class MergeListener {

    private final ActivationRules rules = new ActivationRules();
    private final DeploymentFolder folder;
    private final DeploymentAnswers answers;

    MergeListener(DeploymentFolder folder, DeploymentAnswers answers) {
        this.folder = folder;
        this.answers = answers;
    }

    @KafkaListener(topics = Topics.COMMITS, groupId = "deployment-service")
    void on(Received received) {
        if (received.event() instanceof Merged merged) {
            try {
                activate(received, merged);
            } catch (AccessDeniedException e) {
                answers.failed(received, merged, "%s cannot be written to.".formatted(e.getFile()), null);
            } catch (IOException e) {
                answers.failed(received, merged, "The file could not be written: %s.".formatted(e.getMessage()), null);
            }
        }
    }

    private void activate(Received received, Merged merged) throws IOException {
        Release release = release(received, merged);
        Manifest current = folder.manifest(release.agentKey());
        Activation activation = rules.decide(release, current);
        switch (activation) {
            case Write(Manifest manifest) -> activate(received, merged, release, manifest);
            case Repeat(Manifest manifest) -> activate(received, merged, release, manifest);
            case Refuse(String reason, String activeRunId) -> answers.failed(received, merged, reason, activeRunId);
        }
    }

    private void activate(Received received, Merged merged, Release release, Manifest manifest) throws IOException {
        folder.activate(release, manifest);
        answers.active(received, merged, manifest, folder.resolve(manifest.path()));
    }

    private static Release release(Received received, Merged merged) {
        return new Release(
                received.eventId().toString(),
                merged.getCandidate().getAgentKey(),
                merged.getCodeRunId(),
                merged.getCandidate().getFiles().stream()
                        .map(file -> new ReleasedFile(file.getPath(), file.getContent(), file.getDigest()))
                        .toList(),
                received.envelope().getOccurredAt());
    }
}
