package io.crewsmith.validator;

import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.Valid;
import io.crewsmith.catalogue.json.Catalogues;
import io.crewsmith.catalogue.json.ConfigurationJson;
import io.crewsmith.events.v1.Candidate;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.events.v1.SourceFile;
import io.crewsmith.testsupport.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** An agent of the generator's fixtures. */
final class GeneratedCode {

    private static final Path FIXTURES =
            Path.of("../generator-service/src/main/resources/templates/agent/1.0.0/fixtures");

    static final String MODULE = read("least.py");
    static final String TEST = read("least_test.py");
    /** Canonical JSON. */
    static final String CONFIGURATION = canonical(read("least.json"));

    private GeneratedCode() {}

    /** The candidate of the agent, whose module is this. */
    static Candidate candidate(String module) {
        List<SourceFile> files = List.of(file("app/agents/least.py", module), file("tests/agents/test_least.py", TEST));
        return Candidate.newBuilder(Samples.candidate("ann", module, new GenerationRequest(false, false)))
                .setAgentKey("least")
                .setConfiguration(CONFIGURATION)
                .setConfigurationDigest(Samples.sha256(CONFIGURATION))
                .setFiles(files)
                .setCodeDigest(Samples.sha256(files.stream()
                        .map(file -> "%s\0%s\n".formatted(file.getPath(), file.getDigest()))
                        .collect(Collectors.joining())))
                .build();
    }

    static SourceFile file(String path, String content) {
        return new SourceFile(path, content, Samples.sha256(content));
    }

    private static String canonical(String json) {
        var configurations = new ConfigurationJson(Catalogues.crewAi130());
        if (configurations.read(Kind.AGENT, json) instanceof Valid(Configuration agent)) {
            return configurations.write(agent);
        }
        throw new IllegalArgumentException(json + " is not valid");
    }

    private static String read(String name) {
        try {
            return Files.readString(FIXTURES.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
