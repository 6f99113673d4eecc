package io.crewsmith.git;

import io.crewsmith.events.v1.Candidate;
import io.crewsmith.events.v1.SourceFile;
import io.crewsmith.git.model.Change;
import io.crewsmith.platform.events.Received;
import java.util.UUID;
import java.util.stream.Collectors;

/** The code of an event, on its way into the repository. */
final class CandidateChange {

    private CandidateChange() {}

    static Change of(Received received, UUID runId, Candidate candidate) {
        return new Change(
                runId,
                kind(candidate),
                candidate.getAgentKey(),
                candidate.getFiles().stream().collect(Collectors.toMap(SourceFile::getPath, SourceFile::getContent)),
                candidate.getConfigurationDigest(),
                candidate.getCodeDigest(),
                candidate.getAuthor(),
                received.envelope().getActor(),
                received.digest(),
                received.envelope().getOccurredAt());
    }

    private static Change.Kind kind(Candidate candidate) {
        return switch (candidate.getKind()) {
            case AGENT -> Change.Kind.AGENT;
            case CREW -> Change.Kind.CREW;
        };
    }
}
