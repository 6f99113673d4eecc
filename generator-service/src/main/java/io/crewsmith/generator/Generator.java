package io.crewsmith.generator;

import static java.util.Objects.requireNonNull;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.events.v1.CandidateKind;
import io.crewsmith.generator.model.Generation;
import io.crewsmith.generator.model.Generation.Failed;
import io.crewsmith.generator.model.Generation.Generated;
import io.crewsmith.generator.model.SourceFile;
import io.crewsmith.generator.templates.TemplatePacks;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns the text of a configuration into code. The same text gives the same bytes. */
final class Generator {

    private static final Logger LOG = LoggerFactory.getLogger(Generator.class);

    private final Map<CandidateKind, Rendering> renderings;
    private final TemplatePacks packs;
    private final GeneratorSettings settings;

    /**
     * A generator with all packs there are, each proven.
     *
     * @param settings where further packs are, and which files go with a module
     */
    Generator(Catalogue catalogue, GeneratorSettings settings) {
        this.settings = settings;
        this.renderings = Map.of(
                CandidateKind.AGENT, new AgentRendering(catalogue), CandidateKind.CREW, new CrewRendering(catalogue));
        this.packs = TemplatePacks.load(
                catalogue.target(),
                renderings.entrySet().stream()
                        .collect(Collectors.toMap(entry -> pack(entry.getKey()), Map.Entry::getValue)),
                settings.templates());
        packs.refused().forEach((name, problem) -> LOG.error("Template {} is refused: {}", name, problem));
    }

    /** Code for an agent's configuration, or for the snapshot of a crew. */
    Generation generate(CandidateKind kind, String configuration) {
        Rendering rendering = requireNonNull(renderings.get(kind), kind.name());
        return switch (rendering.render(configuration, version -> packs.pack(pack(kind), version))) {
            case Generated all ->
                new Generated(all.files().stream().filter(this::isWanted).toList(), all.template(), all.warnings());
            case Failed failed -> failed;
        };
    }

    private boolean isWanted(SourceFile file) {
        return switch (file.path().split("/")[0]) {
            case "tests" -> settings.withTest();
            case "docs" -> settings.withPage();
            default -> true;
        };
    }

    /** What its templates are called. */
    private static String pack(CandidateKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
