package io.crewsmith.reader;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.CrewSnapshot;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.Valid;
import io.crewsmith.catalogue.json.Catalogues;
import io.crewsmith.catalogue.json.ConfigurationJson;
import io.crewsmith.catalogue.json.CrewSnapshotJson;
import io.crewsmith.python.ParseResult;
import io.crewsmith.python.PythonParser;
import io.crewsmith.python.tree.PythonModule;
import io.crewsmith.reader.proof.Claim;
import io.crewsmith.reader.proof.DecodeProof;
import io.crewsmith.reader.proof.Discrepancy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The modules and unit tests that the generator is held to, each with its configuration. */
public final class GeneratedFiles {

    public static final Catalogue CATALOGUE = Catalogues.crewAi130();

    private static final PythonParser PARSER = new PythonParser();
    private static final DecodeProof PROOF = new DecodeProof(CATALOGUE);
    private static final Path GENERATOR = Path.of("../generator-service/src");
    private static final Path TEMPLATES = GENERATOR.resolve("main/resources/templates");
    private static final Path GOLDEN = GENERATOR.resolve("test/resources/golden");

    private GeneratedFiles() {}

    /** One Python file, where it goes, and what it must say. */
    public record GeneratedFile(Claim claim, String path, String source) {

        @Override
        public String toString() {
            return claim.key() + " " + path;
        }

        public GeneratedFile with(String other) {
            return new GeneratedFile(claim, path, other);
        }

        public GeneratedFile claiming(Claim other) {
            return new GeneratedFile(other, path, source);
        }
    }

    public static List<GeneratedFile> all() {
        List<GeneratedFile> files = new ArrayList<>();
        configurations(TEMPLATES.resolve("agent/1.0.0/fixtures")).forEach(json -> add(Kind.AGENT, json, files));
        configurations(GOLDEN).forEach(json -> add(Kind.AGENT, json, files));
        configurations(TEMPLATES.resolve("crew/1.0.0/fixtures")).forEach(json -> add(Kind.CREW, json, files));
        return files;
    }

    public static GeneratedFile module(Kind kind, String fixture) {
        return all().stream()
                .filter(file -> file.claim().kind() == kind && file.path().startsWith("app/"))
                .filter(file -> file.claim().key().equals(fixture))
                .findFirst()
                .orElseThrow();
    }

    private static void add(Kind kind, Path json, List<GeneratedFile> files) {
        Claim claim = claim(kind, read(json));
        String folder = kind == Kind.CREW ? "crews" : "agents";
        String module = claim.key().replace('-', '_');
        String base = json.toString().replace(".json", "");
        files.add(new GeneratedFile(claim, "app/%s/%s.py".formatted(folder, module), read(Path.of(base + ".py"))));
        if (Files.exists(Path.of(base + "_test.py"))) {
            String test = "tests/%s/test_%s.py".formatted(folder, module);
            files.add(new GeneratedFile(claim, test, read(Path.of(base + "_test.py"))));
        }
    }

    /** What is claimed of the files of a configuration. */
    public static Claim claim(Kind kind, String json) {
        if (kind == Kind.CREW) {
            var snapshots = new CrewSnapshotJson(CATALOGUE);
            CrewSnapshot snapshot = snapshots.read(json);
            String key = snapshot.crew().key(Kind.CREW);
            return new Claim(kind, key, json, snapshots.digest(snapshot), "crew", "1.0.0");
        }
        var configurations = new ConfigurationJson(CATALOGUE);
        if (!(configurations.read(kind, json) instanceof Valid(Configuration agent))) {
            throw new IllegalArgumentException("not valid: " + configurations.read(kind, json));
        }
        return new Claim(kind, agent.key(kind), json, configurations.digest(agent), "agent", "1.0.0");
    }

    /** What the proof finds; what the parser refuses is thrown. */
    public static List<Discrepancy> examine(GeneratedFile file) {
        return PROOF.examine(file.claim(), file.path(), tree(file.source()), file.source());
    }

    public static PythonModule tree(String source) {
        return switch (PARSER.parse(source)) {
            case ParseResult.Parsed parsed -> parsed.tree();
            case ParseResult.Refused refused ->
                throw new IllegalArgumentException(refused.refusals().toString());
        };
    }

    private static List<Path> configurations(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
