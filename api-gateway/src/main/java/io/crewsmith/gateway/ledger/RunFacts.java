package io.crewsmith.gateway.ledger;

import static java.util.Map.entry;

import io.crewsmith.catalogue.Kind;
import io.crewsmith.events.v1.AgentSaved;
import io.crewsmith.events.v1.BranchPushed;
import io.crewsmith.events.v1.Candidate;
import io.crewsmith.events.v1.CandidateKind;
import io.crewsmith.events.v1.CodeGenerated;
import io.crewsmith.events.v1.CrewSaved;
import io.crewsmith.events.v1.Deployed;
import io.crewsmith.events.v1.DeploymentFailed;
import io.crewsmith.events.v1.GenerateCode;
import io.crewsmith.events.v1.GenerationFailed;
import io.crewsmith.events.v1.GitFailed;
import io.crewsmith.events.v1.MergeConflicted;
import io.crewsmith.events.v1.MergeKind;
import io.crewsmith.events.v1.Merged;
import io.crewsmith.events.v1.PullRequestOpened;
import io.crewsmith.events.v1.RolledBack;
import io.crewsmith.events.v1.ScanCompleted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.util.RawValue;

/** What an event says about its run, as columns of {@code ledger.runs}. Nothing, where it says nothing about it. */
final class RunFacts {

    /** Every column that an event can say something about. */
    static final List<String> COLUMNS = List.of(
            "generated_by",
            "kind",
            "agent_key",
            "revision",
            "generated_code",
            "configuration",
            "configuration_digest",
            "code_digest",
            "template",
            "template_version",
            "warnings",
            "generation_timestamp",
            "generation_problem",
            "verdict",
            "scan_passed",
            "review_state",
            "review_requested_at",
            "reviewer",
            "review_comments",
            "reviewed_at",
            "git_branch",
            "git_commit_hash",
            "merge_commit_hash",
            "git_problem",
            "deployment_path",
            "deployment_timestamp",
            "deployed_digest",
            "deployment_problem",
            "rolled_back_at",
            "missing",
            "revises",
            "risk",
            "pr_number",
            "pr_url",
            "pr_commit",
            "checks_required",
            "checks_result",
            "checks_details",
            "checks_reported_at");

    /** A problem that is no more. */
    private static final String NONE = "";

    private RunFacts() {}

    static Map<String, Object> of(Entry entry) {
        Instant at = entry.recordedAt();
        return switch (entry.event()) {
            case GenerateCode command
            when command.getRevises() != null ->
                Map.of("generated_by", entry.envelope().getActor(), "revises", command.getRevises());
            case GenerateCode command -> Map.of("generated_by", entry.envelope().getActor());
            case AgentSaved saved
            when saved.getGeneration() != null -> wanted(entry, Kind.AGENT, saved.getAgentKey(), saved.getRevision());
            case CrewSaved saved
            when saved.getGeneration() != null -> wanted(entry, Kind.CREW, saved.getCrewKey(), saved.getRevision());
            case CodeGenerated generated -> code(generated.getCandidate(), at);
            case GenerationFailed failed -> Map.of("generation_problem", failed.getReason());
            case ScanCompleted scan ->
                Map.of(
                        "verdict",
                        new RawValue(scan.getVerdict().toString()),
                        "scan_passed",
                        scan.getVerdict().getPassed());
            case BranchPushed pushed ->
                Map.of("git_branch", pushed.getBranch(), "git_commit_hash", pushed.getCommit(), "git_problem", NONE);
            case PullRequestOpened opened ->
                Map.of("pr_number", opened.getNumber(), "pr_url", opened.getPage(), "pr_commit", opened.getCommit());
            case Merged merged
            when merged.getKind() == MergeKind.RELEASE ->
                Map.of("merge_commit_hash", merged.getCommit(), "git_problem", NONE);
            case Merged merged -> Map.of("git_problem", NONE);
            case MergeConflicted conflict ->
                Map.of(
                        "git_problem",
                        conflict.getReason().isEmpty()
                                ? "Others changed " + String.join(", ", conflict.getPaths())
                                : conflict.getReason());
            case GitFailed failed -> Map.of("git_problem", failed.getReason());
            case Deployed deployed ->
                Map.of(
                        "deployment_path",
                        deployed.getPath(),
                        "deployment_timestamp",
                        at,
                        "deployed_digest",
                        deployed.getDigest(),
                        "deployment_problem",
                        NONE);
            case DeploymentFailed failed -> Map.of("deployment_problem", failed.getReason());
            case RolledBack rolledBack -> Map.of("rolled_back_at", at);
            default -> ReviewFacts.of(entry);
        };
    }

    private static Map<String, Object> wanted(Entry entry, Kind kind, String key, int revision) {
        return Map.of(
                "generated_by",
                entry.envelope().getActor(),
                "kind",
                kind.word(),
                "agent_key",
                key,
                "revision",
                revision);
    }

    private static Map<String, Object> code(Candidate candidate, Instant at) {
        return Map.ofEntries(
                entry("generated_by", candidate.getRequestedBy()),
                entry("kind", candidate.getKind() == CandidateKind.CREW ? Kind.CREW.word() : Kind.AGENT.word()),
                entry("agent_key", candidate.getAgentKey()),
                entry("revision", candidate.getRevision()),
                entry("generated_code", candidate.getFiles().getFirst().getContent()),
                entry("configuration", new RawValue(candidate.getConfiguration())),
                entry("configuration_digest", candidate.getConfigurationDigest()),
                entry("code_digest", candidate.getCodeDigest()),
                entry("template", new RawValue(candidate.getTemplate().toString())),
                entry("template_version", candidate.getTemplate().getVersion()),
                entry("warnings", new RawValue(candidate.getWarnings().toString())),
                entry("generation_timestamp", at));
    }
}
