package io.crewsmith.generator.templates;

import io.crewsmith.generator.model.Generation;

/** Renders a configuration with a given pack, whatever version it names. */
@FunctionalInterface
public interface FixtureRenderer {

    Generation render(TemplatePack pack, String configuration);
}
