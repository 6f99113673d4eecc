package io.crewsmith.reader.proof;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.CrewSnapshot;
import io.crewsmith.catalogue.Invalid;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.Valid;
import io.crewsmith.catalogue.json.ConfigurationJson;
import io.crewsmith.catalogue.json.CrewSnapshotJson;
import io.crewsmith.python.tree.Position;
import java.util.ArrayList;
import java.util.List;

/** Reads a claim's configuration and says what it demands of code. Whatever it cannot read, it refuses. */
final class Demands {

    private final Catalogue catalogue;
    private final ConfigurationJson configurations;
    private final CrewSnapshotJson snapshots;

    Demands(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.configurations = new ConfigurationJson(catalogue);
        this.snapshots = new CrewSnapshotJson(catalogue);
    }

    sealed interface Result {}

    /** The configuration demands nothing that could be proven. */
    record Refused(String reason) implements Result {}

    /**
     * @param expected what must be read from the module
     * @param module the module's tree
     * @param test the tree of its unit test
     * @param digest SHA-256 of the canonical configuration, lower-case hex
     * @param problems what the claim says otherwise of the configuration
     */
    record Demanded(Expected expected, Blueprint module, Blueprint test, String digest, List<Discrepancy> problems)
            implements Result {}

    Result of(Claim claim) {
        try {
            return switch (claim.kind()) {
                case AGENT -> agent(claim);
                case CREW -> crew(claim);
                case TASK -> new Refused("a task has no module of its own");
            };
        } catch (RuntimeException e) {
            // Whatever is wrong with a text from outside, it proves nothing.
            return new Refused("the configuration demands nothing that could be proven: " + e.getMessage());
        }
    }

    private Result agent(Claim claim) {
        return switch (configurations.read(Kind.AGENT, claim.configuration())) {
            case Invalid(var problems) ->
                new Refused(
                        "the configuration is not valid: " + problems.getFirst().message());
            case Valid(Configuration agent) -> {
                var expected = new Expected();
                expected.add("/", catalogue.parameters(Kind.AGENT), AgentRules.all(), agent, agent.values());
                String digest = configurations.digest(agent);
                yield new Demanded(
                        expected,
                        new AgentBlueprint(expected, catalogue).build(),
                        new AgentTestBlueprint(expected, agent).build(),
                        digest,
                        problems(claim, agent, digest));
            }
        };
    }

    private Result crew(Claim claim) {
        CrewSnapshot snapshot = snapshots.read(claim.configuration());
        Configuration crew = snapshot.crew();
        var expected = new Expected();
        expected.add("/crew/", catalogue.parameters(Kind.CREW), CrewRules.all(), snapshot, crew.values());
        for (int index = 0; index < snapshot.tasks().size(); index++) {
            Configuration task = snapshot.tasks().get(index).task();
            expected.add(
                    "/tasks/%d/task/".formatted(index),
                    catalogue.parameters(Kind.TASK),
                    TaskRules.all(),
                    new TaskRules.InCrew(task, snapshot),
                    task.values());
        }
        String digest = snapshots.digest(snapshot);
        return new Demanded(
                expected,
                new CrewBlueprint(expected, catalogue).build(),
                new CrewTestBlueprint(expected).build(),
                digest,
                problems(claim, crew, digest));
    }

    private static List<Discrepancy> problems(Claim claim, Configuration configuration, String digest) {
        List<Discrepancy> problems = new ArrayList<>();
        compare("the digest of the configuration", claim.configurationDigest(), digest, "", problems);
        compare("the template", claim.template(), claim.kind().word(), "", problems);
        compare(
                "the template's version",
                claim.templateVersion(),
                configuration.required("template_version"),
                "/template_version",
                problems);
        compare(
                "the key",
                claim.key(),
                configuration.key(claim.kind()),
                "/" + claim.kind().keyParameter(),
                problems);
        return problems;
    }

    private static void compare(
            String what, String claimed, String actual, String pointer, List<Discrepancy> problems) {
        if (!claimed.equals(actual)) {
            problems.add(new Discrepancy(
                    Discrepancy.Kind.MISMATCH,
                    pointer,
                    Position.START,
                    "%s is claimed to be %s, but is %s".formatted(what, claimed, actual)));
        }
    }
}
