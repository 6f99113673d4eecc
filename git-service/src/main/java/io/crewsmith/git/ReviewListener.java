package io.crewsmith.git;

import io.crewsmith.events.v1.Candidate;
import io.crewsmith.events.v1.ReviewApproved;
import io.crewsmith.events.v1.ReviewRequested;
import io.crewsmith.events.v1.RollbackApproved;
import io.crewsmith.events.v1.StageRetried;
import io.crewsmith.git.model.Change;
import io.crewsmith.platform.events.Received;
import io.crewsmith.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.springframework.kafka.annotation.KafkaListener;

/** Brings what the reviews decide into the repository. Trouble with the disk is tried again by the failure policy. */
class ReviewListener {

    private final AgentRepository repository;
    private final GitAnswers answers;

    ReviewListener(AgentRepository repository, GitAnswers answers) {
        this.repository = repository;
        this.answers = answers;
    }

    @KafkaListener(topics = Topics.REVIEWS, groupId = "git-service")
    void on(Received received) {
        try {
            handle(received);
        } catch (IOException e) {
            throw new UncheckedIOException("The repository did not take " + received, e);
        }
    }

    private void handle(Received received) throws IOException {
        switch (received.event()) {
            case ReviewRequested requested ->
                answers.branched(
                        received,
                        requested.getCandidate(),
                        repository.branch(CandidateChange.of(received, runId(received), requested.getCandidate())));
            case ReviewApproved approved ->
                answers.released(
                        received,
                        approved.getCandidate(),
                        repository.merge(CandidateChange.of(received, runId(received), approved.getCandidate())));
            case RollbackApproved rollback -> {
                UUID toRun = UUID.fromString(rollback.getToRunId());
                answers.rolledBack(
                        received,
                        rollback.getToRunId(),
                        rollback.getCandidate(),
                        repository.rollBack(
                                CandidateChange.of(received, toRun, rollback.getCandidate()), runId(received)));
            }
            case StageRetried retried -> retry(received, retried);
            default -> {}
        }
    }

    private void retry(Received received, StageRetried retried) throws IOException {
        Candidate candidate = retried.getCandidate();
        UUID codeRun = UUID.fromString(retried.getCodeRunId());
        Change change = CandidateChange.of(received, codeRun, candidate);
        switch (retried.getStage()) {
            case BRANCH -> answers.branched(received, candidate, repository.branch(change));
            case MERGE -> answers.released(received, candidate, repository.release(change));
            case ROLLBACK ->
                answers.rolledBack(
                        received, retried.getCodeRunId(), candidate, repository.rollBack(change, runId(received)));
        }
    }

    private static UUID runId(Received received) {
        return UUID.fromString(received.envelope().getRunId());
    }
}
