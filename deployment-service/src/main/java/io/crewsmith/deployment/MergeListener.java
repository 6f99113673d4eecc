package io.crewsmith.deployment;

import io.crewsmith.deployment.model.Activation;
import io.crewsmith.deployment.model.Activation.Refuse;
import io.crewsmith.deployment.model.Activation.Repeat;
import io.crewsmith.deployment.model.Activation.Write;
import io.crewsmith.deployment.model.ActivationRules;
import io.crewsmith.deployment.model.Manifest;
import io.crewsmith.deployment.model.Owner;
import io.crewsmith.deployment.model.Owner.Room;
import io.crewsmith.deployment.model.Release;
import io.crewsmith.deployment.model.ReleasedFile;
import io.crewsmith.events.v1.Candidate;
import io.crewsmith.events.v1.CandidateKind;
import io.crewsmith.events.v1.Merged;
import io.crewsmith.platform.events.Received;
import io.crewsmith.schemas.Topics;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.kafka.annotation.KafkaListener;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
        Manifest current = folder.manifest(release.owner());
        Activation activation = rules.decide(release, current, folder::isThere);
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
        Candidate candidate = merged.getCandidate();
        return new Release(
                received.eventId().toString(),
                new Owner(received.envelope().getSubject(), room(candidate), candidate.getAgentKey()),
                merged.getCodeRunId(),
                candidate.getFiles().stream()
                        .map(file -> new ReleasedFile(file.getPath(), file.getContent(), file.getDigest()))
                        .toList(),
                candidate.getKind() == CandidateKind.CREW ? members(candidate.getConfiguration()) : List.of(),
                received.envelope().getOccurredAt());
    }

    private static Room room(Candidate candidate) {
        return switch (candidate.getKind()) {
            case AGENT -> Room.AGENTS;
            case CREW -> Room.CREWS;
        };
    }

    /** The modules of the agents that a crew's snapshot names. */
    private static List<String> members(String snapshot) {
        JsonNode crew = JsonMapper.shared().readTree(snapshot);
        return Stream.concat(
                        crew.path("members").valueStream(),
                        Stream.of(crew.path("manager")).filter(JsonNode::isObject))
                .map(agent -> Room.AGENTS.module(agent.path("key").asString()))
                .distinct()
                .toList();
    }
}
