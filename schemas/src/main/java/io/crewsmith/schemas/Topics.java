package io.crewsmith.schemas;

import static io.crewsmith.schemas.Topic.FOREVER;

import io.crewsmith.events.v1.AgentChanged;
import io.crewsmith.events.v1.AgentDeleted;
import io.crewsmith.events.v1.AgentRejected;
import io.crewsmith.events.v1.AgentRemoved;
import io.crewsmith.events.v1.AgentSaved;
import io.crewsmith.events.v1.ApprovalGiven;
import io.crewsmith.events.v1.BranchPushed;
import io.crewsmith.events.v1.BundleReviews;
import io.crewsmith.events.v1.ChangesRequested;
import io.crewsmith.events.v1.ChecksReported;
import io.crewsmith.events.v1.CodeGenerated;
import io.crewsmith.events.v1.CrewDeleted;
import io.crewsmith.events.v1.CrewRejected;
import io.crewsmith.events.v1.CrewSaved;
import io.crewsmith.events.v1.DecideReview;
import io.crewsmith.events.v1.DeleteAgent;
import io.crewsmith.events.v1.DeleteCrew;
import io.crewsmith.events.v1.DeleteRule;
import io.crewsmith.events.v1.DeleteTask;
import io.crewsmith.events.v1.Deployed;
import io.crewsmith.events.v1.DeploymentFailed;
import io.crewsmith.events.v1.DraftFailed;
import io.crewsmith.events.v1.DraftRendered;
import io.crewsmith.events.v1.DraftScanned;
import io.crewsmith.events.v1.GenerateCode;
import io.crewsmith.events.v1.GenerationFailed;
import io.crewsmith.events.v1.GitFailed;
import io.crewsmith.events.v1.MergeConflicted;
import io.crewsmith.events.v1.Merged;
import io.crewsmith.events.v1.PreviewRequested;
import io.crewsmith.events.v1.PullRequestOpened;
import io.crewsmith.events.v1.ReportChecks;
import io.crewsmith.events.v1.RetryStage;
import io.crewsmith.events.v1.ReviewApproved;
import io.crewsmith.events.v1.ReviewRefused;
import io.crewsmith.events.v1.ReviewRejected;
import io.crewsmith.events.v1.ReviewReminded;
import io.crewsmith.events.v1.ReviewRequested;
import io.crewsmith.events.v1.ReviewVoided;
import io.crewsmith.events.v1.ReviewsBundled;
import io.crewsmith.events.v1.RollBack;
import io.crewsmith.events.v1.RollbackApproved;
import io.crewsmith.events.v1.RolledBack;
import io.crewsmith.events.v1.RuleDeleted;
import io.crewsmith.events.v1.RuleDryRunCompleted;
import io.crewsmith.events.v1.RuleDryRunRequested;
import io.crewsmith.events.v1.RuleRejected;
import io.crewsmith.events.v1.RuleSaved;
import io.crewsmith.events.v1.RulesAnnounced;
import io.crewsmith.events.v1.SaveAgent;
import io.crewsmith.events.v1.SaveCrew;
import io.crewsmith.events.v1.SaveRule;
import io.crewsmith.events.v1.SaveTask;
import io.crewsmith.events.v1.ScanCompleted;
import io.crewsmith.events.v1.ScanRequested;
import io.crewsmith.events.v1.SecurityIncident;
import io.crewsmith.events.v1.StageRetried;
import io.crewsmith.events.v1.SubmitForReview;
import io.crewsmith.events.v1.TaskDeleted;
import io.crewsmith.events.v1.TaskRejected;
import io.crewsmith.events.v1.TaskSaved;
import io.crewsmith.events.v1.TeamAlerted;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** All topics, in the order in which a run passes them. */
public final class Topics {

    public static final String COMMANDS = "crewsmith.commands.v1";
    public static final String AGENT_CHANGES = "crewsmith.agent-changes.v1";
    public static final String AGENTS = "crewsmith.agents.v1";
    public static final String CODE = "crewsmith.code.v1";
    public static final String SCANS = "crewsmith.scans.v1";
    public static final String RULES = "crewsmith.rules.v1";
    public static final String REVIEWS = "crewsmith.reviews.v1";
    public static final String COMMITS = "crewsmith.commits.v1";
    public static final String DEPLOYMENTS = "crewsmith.deployments.v1";
    public static final String INCIDENTS = "crewsmith.incidents.v1";
    public static final String DRAFTS = "crewsmith.drafts.v1";
    public static final String DRAFT_CODE = "crewsmith.draft-code.v1";
    public static final String DRAFT_SCANS = "crewsmith.draft-scans.v1";

    private static final int PARTITIONS = 4;
    private static final Duration DRAFT_RETENTION = Duration.ofHours(1);

    private static final List<Topic> TRAIL = List.of(
            trail(
                    COMMANDS,
                    "api-gateway",
                    SaveAgent.class,
                    DeleteAgent.class,
                    SaveCrew.class,
                    DeleteCrew.class,
                    SaveTask.class,
                    DeleteTask.class,
                    GenerateCode.class,
                    SubmitForReview.class,
                    DecideReview.class,
                    RollBack.class,
                    RetryStage.class,
                    BundleReviews.class,
                    ReportChecks.class,
                    SaveRule.class,
                    DeleteRule.class),
            trail(AGENT_CHANGES, "other platform services", AgentChanged.class, AgentRemoved.class),
            trail(
                    AGENTS,
                    "agent-service",
                    AgentSaved.class,
                    AgentRejected.class,
                    AgentDeleted.class,
                    CrewSaved.class,
                    CrewRejected.class,
                    CrewDeleted.class,
                    TaskSaved.class,
                    TaskRejected.class,
                    TaskDeleted.class),
            trail(CODE, "generator-service", CodeGenerated.class, GenerationFailed.class),
            trail(SCANS, "validator-service", ScanCompleted.class, RulesAnnounced.class),
            rules(RuleSaved.class, RuleRejected.class, RuleDeleted.class),
            trail(
                    REVIEWS,
                    "review-service",
                    ReviewRequested.class,
                    ReviewApproved.class,
                    ReviewRejected.class,
                    ChangesRequested.class,
                    RollbackApproved.class,
                    ReviewRefused.class,
                    ApprovalGiven.class,
                    ReviewVoided.class,
                    ReviewReminded.class,
                    StageRetried.class,
                    ReviewsBundled.class,
                    ChecksReported.class),
            trail(
                    COMMITS,
                    "git-service",
                    BranchPushed.class,
                    PullRequestOpened.class,
                    Merged.class,
                    MergeConflicted.class,
                    GitFailed.class),
            trail(DEPLOYMENTS, "deployment-service", Deployed.class, DeploymentFailed.class, RolledBack.class),
            trail(INCIDENTS, "every service", SecurityIncident.class, TeamAlerted.class));

    private static final List<Topic> DRAFT_LANE = List.of(
            draft(DRAFTS, "api-gateway", PreviewRequested.class, ScanRequested.class, RuleDryRunRequested.class),
            draft(DRAFT_CODE, "generator-service", DraftRendered.class, DraftFailed.class),
            draft(DRAFT_SCANS, "validator-service", DraftScanned.class, DraftFailed.class, RuleDryRunCompleted.class));

    private Topics() {}

    /** The topics that make up the audit trail. */
    public static List<Topic> trail() {
        return TRAIL;
    }

    /** The topics of previews and of scans of given code: kept for an hour, no part of the audit trail. */
    public static List<Topic> draftLane() {
        return DRAFT_LANE;
    }

    /** Every topic. */
    public static List<Topic> all() {
        return Stream.concat(TRAIL.stream(), DRAFT_LANE.stream()).toList();
    }

    @SafeVarargs
    private static Topic trail(String name, String owner, Class<? extends SpecificRecord>... records) {
        return new Topic(name, owner, "agent id", PARTITIONS, FOREVER, List.of(records));
    }

    /** One partition, so that all who follow the rules see them change in the same order. */
    @SafeVarargs
    private static Topic rules(Class<? extends SpecificRecord>... records) {
        return new Topic(RULES, "validator-service", "rule id as UUIDv5", 1, FOREVER, List.of(records));
    }

    @SafeVarargs
    private static Topic draft(String name, String owner, Class<? extends SpecificRecord>... records) {
        return new Topic(name, owner, "request id", PARTITIONS, DRAFT_RETENTION, List.of(records));
    }
}
