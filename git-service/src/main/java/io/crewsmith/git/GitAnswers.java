package io.crewsmith.git;

import io.crewsmith.events.v1.BranchPushed;
import io.crewsmith.events.v1.Candidate;
import io.crewsmith.events.v1.GitFailed;
import io.crewsmith.events.v1.MergeConflicted;
import io.crewsmith.events.v1.MergeKind;
import io.crewsmith.events.v1.Merged;
import io.crewsmith.events.v1.Team;
import io.crewsmith.events.v1.TeamAlerted;
import io.crewsmith.git.model.Effect;
import io.crewsmith.git.model.Effect.Conflicted;
import io.crewsmith.git.model.Effect.Created;
import io.crewsmith.git.model.Effect.Done;
import io.crewsmith.git.model.Effect.Refused;
import io.crewsmith.git.model.Effect.Unchanged;
import io.crewsmith.platform.events.Received;
import io.crewsmith.platform.kafka.EventPublisher;
import io.crewsmith.schemas.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** Says on {@code commits} what became of a change. */
final class GitAnswers {

    private final EventPublisher publisher;
    private final MeterRegistry meters;

    GitAnswers(EventPublisher publisher, MeterRegistry meters) {
        this.publisher = publisher;
        this.meters = meters;
    }

    void branched(Received cause, Candidate candidate, Effect effect) {
        say(
                cause,
                "branch",
                candidate,
                effect,
                done -> new BranchPushed(
                        cause.followedBy(BranchPushed.class), candidate.getAgentKey(), done.branch(), done.commit()));
    }

    void released(Received cause, Candidate candidate, Effect effect) {
        String runId = cause.envelope().getRunId();
        say(cause, "merge", candidate, effect, done -> merged(cause, MergeKind.RELEASE, runId, candidate, done));
    }

    void rolledBack(Received cause, String codeRunId, Candidate candidate, Effect effect) {
        say(
                cause,
                "rollback",
                candidate,
                effect,
                done -> merged(cause, MergeKind.ROLLBACK, codeRunId, candidate, done));
    }

    private static Merged merged(Received cause, MergeKind kind, String codeRunId, Candidate candidate, Done done) {
        return new Merged(cause.followedBy(Merged.class), kind, codeRunId, candidate, done.branch(), done.commit());
    }

    private void say(
            Received cause,
            String effectName,
            Candidate candidate,
            Effect effect,
            Function<Done, SpecificRecord> success) {
        switch (effect) {
            case Created created -> {
                count(effectName, "created");
                publisher.publish(Topics.COMMITS, success.apply(created));
            }
            case Unchanged unchanged -> {
                count(effectName, "unchanged");
                publisher.publish(Topics.COMMITS, success.apply(unchanged));
            }
            case Conflicted conflict -> {
                count(effectName, "conflict");
                publisher.publish(
                        Topics.COMMITS,
                        new MergeConflicted(
                                cause.followedBy(MergeConflicted.class),
                                candidate.getAgentKey(),
                                conflict.branch(),
                                conflict.paths(),
                                conflict.reason()));
                alert(cause, conflict.reason());
            }
            case Refused(String reason) -> {
                count(effectName, "refused");
                publisher.publish(
                        Topics.COMMITS,
                        new GitFailed(cause.followedBy(GitFailed.class), candidate.getAgentKey(), reason));
                alert(cause, reason);
            }
        }
    }

    private void alert(Received cause, String summary) {
        publisher.publish(
                Topics.INCIDENTS, new TeamAlerted(cause.followedBy(TeamAlerted.class), Team.OPERATIONS, summary));
    }

    private void count(String effect, String outcome) {
        Counter.builder("crewsmith.git.effects")
                .description("What was done to the repository, and what became of it")
                .tag("effect", effect)
                .tag("outcome", outcome)
                .register(meters)
                .increment();
    }
}
