package io.crewsmith.generator;

import static java.util.stream.Collectors.joining;

import io.crewsmith.events.v1.Candidate;
import io.crewsmith.events.v1.Envelope;
import io.crewsmith.events.v1.GenerationFailed;
import io.crewsmith.events.v1.SourceFile;
import io.crewsmith.events.v1.Template;
import io.crewsmith.events.v1.Warning;
import io.crewsmith.generator.model.Generation.Failed;
import io.crewsmith.generator.model.Generation.Generated;
import io.crewsmith.platform.events.Digests;
import java.util.List;
import java.util.Locale;

/** Puts generated code into the words of the contracts. */
final class CodeEvents {

    private CodeEvents() {}

    static Candidate candidate(Wanted wanted, Generated generated) {
        List<SourceFile> files = generated.files().stream()
                .map(file -> new SourceFile(file.path(), file.content(), Digests.sha256(file.content())))
                .toList();
        var template = generated.template();
        return new Candidate(
                wanted.kind(),
                wanted.key(),
                wanted.revision(),
                wanted.author(),
                wanted.requestedBy(),
                wanted.source(),
                Digests.sha256(wanted.source()),
                files,
                digest(files),
                new Template(template.id(), template.version(), template.digest()),
                warnings(generated),
                wanted.request());
    }

    static GenerationFailed failed(Envelope envelope, String agentKey, Failed failed) {
        return new GenerationFailed(
                envelope,
                agentKey,
                failed.reason(),
                failed.cause().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                failed.templateId(),
                failed.templateVersion(),
                failed.line());
    }

    static List<Warning> warnings(Generated generated) {
        return generated.warnings().stream()
                .map(warning -> new Warning(warning.parameter(), warning.reason(), warning.nearest()))
                .toList();
    }

    private static String digest(List<SourceFile> files) {
        return Digests.sha256(files.stream()
                .map(file -> file.getPath() + "\0" + file.getDigest() + "\n")
                .collect(joining()));
    }
}
