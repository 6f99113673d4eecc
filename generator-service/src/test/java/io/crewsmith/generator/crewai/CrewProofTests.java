package io.crewsmith.generator.crewai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.catalogue.CrewSnapshot;
import io.crewsmith.catalogue.CrewSnapshot.PlannedTask;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.Warning;
import io.crewsmith.catalogue.json.Catalogues;
import io.crewsmith.catalogue.json.ConfigurationJson;
import io.crewsmith.catalogue.json.CrewSnapshotJson;
import io.crewsmith.generator.RealGenerator;
import io.crewsmith.generator.model.Generation.Generated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every parameter of a crew and of its tasks arrives in the real CrewAI, or is warned of. */
@Timeout(1200)
class CrewProofTests {

    private static final int CREWS = 60;
    private static final long SEED = 20_261_123;

    private final Catalogue catalogue = Catalogues.crewAi130();
    private final RealGenerator generator = new RealGenerator(catalogue);
    private final CrewSnapshotJson snapshots = new CrewSnapshotJson(catalogue);

    @TempDir
    private Path folder;

    private record Job(String id, String module, String type) {}

    @Test
    void everyParameterArrivesOrIsWarnedOf() throws Exception {
        Path python = CrewAiEnvironment.python();
        var random = new RandomCrews(catalogue, SEED);
        List<CrewSnapshot> crews =
                IntStream.range(0, CREWS).mapToObj(random::next).toList();
        random.agents().forEach(agent -> write(generator.of(new ConfigurationJson(catalogue).write(agent))));
        List<Generated> code = crews.stream()
                .map(snapshots::write)
                .map(generator::ofCrew)
                .peek(this::write)
                .toList();

        List<JsonNode> seen = observe(python, crews);

        assertThat(seen)
                .hasSize(CREWS)
                .allSatisfy(crew -> assertThat(crew.path("error").asString("")).isEmpty());
        List<Seen> ofCrews = new ArrayList<>();
        List<Seen> ofTasks = new ArrayList<>();
        for (int index = 0; index < CREWS; index++) {
            ofCrews.add(new Seen(
                    new Subject(crews.get(index).crew(), code.get(index), false), new Observed(seen.get(index))));
            ofTasks.addAll(tasks(crews.get(index), code.get(index), seen.get(index)));
        }
        assertThat(differences(CrewProofs.all(), ofCrews)).isEmpty();
        assertThat(differences(TaskProofs.all(), ofTasks)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"CREW", "TASK"})
    void everyParameterOfTheCatalogueHasItsProofAndNoOther(Kind kind) {
        assertThat(kind == Kind.CREW ? CrewProofs.all() : TaskProofs.all())
                .allSatisfy(proof -> assertThat(proof.checks()).isNotEmpty())
                .extracting(Proof::parameter)
                .containsExactlyInAnyOrderElementsOf(Samples.leaves("", catalogue.parameters(kind))
                        .map(Samples.Leaf::path)
                        .toList());
    }

    private record Seen(Subject subject, Observed observed) {}

    private static List<Seen> tasks(CrewSnapshot crew, Generated code, JsonNode seen) {
        return IntStream.range(0, crew.tasks().size())
                .mapToObj(position -> {
                    PlannedTask task = crew.tasks().get(position);
                    return new Seen(
                            new Subject(task.task(), ofTask(task, code), false),
                            new Observed(seen.path("tasks").path(position)));
                })
                .toList();
    }

    /** The warnings about one task, by the name of the parameter alone. */
    private static Generated ofTask(PlannedTask task, Generated code) {
        String prefix = "tasks.%s.".formatted(task.key());
        List<Warning> warnings = code.warnings().stream()
                .filter(warning -> warning.parameter().startsWith(prefix))
                .map(warning -> new Warning(
                        warning.parameter().substring(prefix.length()), warning.reason(), warning.nearest()))
                .toList();
        return new Generated(code.files(), code.template(), warnings);
    }

    private static List<String> differences(List<Proof> proofs, List<Seen> all) {
        return proofs.stream()
                .flatMap(proof -> proof.checks().stream()
                        .flatMap(check -> all.stream().flatMap(seen -> difference(proof, check, seen))))
                .toList();
    }

    private static Stream<String> difference(Proof proof, Proof.Check check, Seen seen) {
        @Nullable String difference = check.comparison().difference(seen.subject(), seen.observed());
        return difference == null
                ? Stream.empty()
                : Stream.of("%s of %s, %s: %s"
                        .formatted(
                                proof.parameter(),
                                seen.subject().configuration().values(),
                                check.how(),
                                difference));
    }

    private void write(Generated generated) {
        var file = generated.files().getFirst();
        try {
            Path module = folder.resolve(file.path());
            Files.createDirectories(module.getParent());
            Files.writeString(module, file.content());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<JsonNode> observe(Path python, List<CrewSnapshot> crews) throws IOException, InterruptedException {
        List<Job> jobs = crews.stream()
                .map(crew -> crew.crew().key(Kind.CREW))
                .map(key -> new Job(key, "app.crews." + key.replace('-', '_'), "Crew" + key.substring(5) + "Crew"))
                .toList();
        Files.writeString(folder.resolve("jobs.json"), JsonMapper.shared().writeValueAsString(jobs));
        Files.createDirectories(folder.resolve("out"));
        new Probe(python, folder).run(Path.of("src/test/python/crew_probe.py"));
        return Files.readAllLines(folder.resolve("observed.jsonl"), UTF_8).stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }
}
