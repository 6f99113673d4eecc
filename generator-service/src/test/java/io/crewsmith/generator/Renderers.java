package io.crewsmith.generator;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.catalogue.json.Catalogues;
import io.crewsmith.generator.templates.FixtureRenderer;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the service renders, for tests of the packs. */
public final class Renderers {

    private static final Catalogue CATALOGUE = Catalogues.crewAi130();

    private Renderers() {}

    /** The generator with its defaults, and with the packs of a further folder. */
    static Generator generator(@Nullable Path templates) {
        return new Generator(CATALOGUE, new GeneratorSettings(templates, true, true));
    }

    public static String target() {
        return CATALOGUE.target();
    }

    public static FixtureRenderer agent() {
        return new AgentRendering(CATALOGUE);
    }

    public static Map<String, FixtureRenderer> all() {
        return Map.of("agent", agent(), "crew", new CrewRendering(CATALOGUE));
    }
}
