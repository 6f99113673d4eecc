package io.crewsmith.generator;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.generator.model.Generation;
import io.crewsmith.generator.templates.TemplatePacks;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns the text of a configuration into code. The same text gives the same bytes. */
final class Generator {

    private static final Logger LOG = LoggerFactory.getLogger(Generator.class);
    private static final String AGENT = "agent";

    private final AgentRendering agents;
    private final TemplatePacks packs;

    /**
     * A generator with all packs there are, each proven.
     *
     * @param templates a further folder of packs
     */
    Generator(Catalogue catalogue, @Nullable Path templates) {
        this.agents = new AgentRendering(catalogue);
        this.packs = TemplatePacks.load(catalogue.target(), Map.of(AGENT, agents::render), templates);
        packs.refused().forEach((name, problem) -> LOG.error("Template {} is refused: {}", name, problem));
    }

    Generation generate(String configuration) {
        return agents.render(configuration, version -> packs.pack(AGENT, version));
    }
}
