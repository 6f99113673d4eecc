package io.crewsmith.generator;

import static java.util.Objects.requireNonNull;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.events.v1.CandidateKind;
import io.crewsmith.generator.model.Generation;
import io.crewsmith.generator.templates.TemplatePacks;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns the text of a configuration into code. The same text gives the same bytes. */
final class Generator {

    private static final Logger LOG = LoggerFactory.getLogger(Generator.class);

    private final Map<CandidateKind, Rendering> renderings;
    private final TemplatePacks packs;

    /**
     * A generator with all packs there are, each proven.
     *
     * @param templates a further folder of packs
     */
    Generator(Catalogue catalogue, @Nullable Path templates) {
        this.renderings = Map.of(
                CandidateKind.AGENT, new AgentRendering(catalogue), CandidateKind.CREW, new CrewRendering(catalogue));
        this.packs = TemplatePacks.load(
                catalogue.target(),
                renderings.entrySet().stream()
                        .collect(Collectors.toMap(entry -> pack(entry.getKey()), Map.Entry::getValue)),
                templates);
        packs.refused().forEach((name, problem) -> LOG.error("Template {} is refused: {}", name, problem));
    }

    /** Code for an agent's configuration, or for the snapshot of a crew. */
    Generation generate(CandidateKind kind, String configuration) {
        Rendering rendering = requireNonNull(renderings.get(kind), kind.name());
        return rendering.render(configuration, version -> packs.pack(pack(kind), version));
    }

    /** What its templates are called. */
    private static String pack(CandidateKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
