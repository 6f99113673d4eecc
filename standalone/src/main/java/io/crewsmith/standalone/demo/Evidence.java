package io.crewsmith.standalone.demo;

import io.crewsmith.standalone.PlatformAddresses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Looks at what lies in the deployment folder and in the repository, and at the chain of events. */
final class Evidence {

    private static final Pattern CLASS = Pattern.compile("^class (\\w+):", Pattern.MULTILINE);

    private final PlatformAddresses addresses;
    private final Narrator narrator;
    private final PythonInterpreters pythons;

    Evidence(PlatformAddresses addresses, Narrator narrator, PythonInterpreters pythons) {
        this.addresses = addresses;
        this.narrator = narrator;
        this.pythons = pythons;
    }

    /** The module in the folder and on the main branch is the one that was scanned and approved, and Python takes it. */
    void check(JsonNode deployment) {
        Path file = Path.of(deployment.path("deployment_path").asString());
        String approved = deployment.path("generated_code").asString();
        StoryBroken.unless(deployedText(deployment).equals(approved), file + " is not what was approved.");
        narrator.line(
                "%s holds the approved bytes".formatted(addresses.deployments().relativize(file)));
        StoryBroken.unless(
                MainBranch.of(addresses.repository()).holds(approved),
                "The main branch does not hold what was approved.");
        narrator.line("the main branch holds the same bytes");
        compile(file);
        construct(file, approved);
    }

    String deployedText(JsonNode deployment) {
        Path file = Path.of(deployment.path("deployment_path").asString());
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new StoryBroken("Cannot read " + file, e);
        }
    }

    private void compile(Path file) {
        if (pythons.plain().isEmpty()) {
            narrator.line("python3: not tried, there is none on the PATH");
            return;
        }
        Optional<String> error = pythons.compile(file);
        StoryBroken.unless(error.isEmpty(), "python3 refuses %s: %s".formatted(file, error.orElse("")));
        narrator.line("python3 compiles it");
    }

    private void construct(Path file, String code) {
        if (pythons.withCrewAi().isEmpty()) {
            narrator.line("CrewAI: not tried, CREWSMITH_PYTHON names no interpreter");
            return;
        }
        String module = addresses
                .deployments()
                .relativize(file)
                .toString()
                .replace(".py", "")
                .replace('/', '.');
        Matcher type = CLASS.matcher(code);
        StoryBroken.unless(type.find(), "There is no class in " + file);
        Optional<String> error = pythons.construct(addresses.deployments(), module, type.group(1));
        StoryBroken.unless(error.isEmpty(), "CrewAI refuses %s: %s".formatted(module, error.orElse("")));
        narrator.line("CrewAI imports %s and constructs %s".formatted(module, type.group(1)));
    }

    /** Every cause that an event names is there, with the digest that the event says. */
    static void requireChain(List<Trail.Entry> entries) {
        Set<String> links = entries.stream()
                .map(entry -> entry.envelope().getEventId() + " " + entry.digest())
                .collect(Collectors.toSet());
        for (Trail.Entry entry : entries) {
            String cause = entry.envelope().getCausationId();
            StoryBroken.unless(
                    cause == null
                            || links.contains(cause + " " + entry.envelope().getCauseDigest()),
                    "%s does not hold on to its cause".formatted(entry.type()));
        }
    }
}
