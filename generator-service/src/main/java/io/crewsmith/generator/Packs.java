package io.crewsmith.generator;

import io.crewsmith.generator.templates.RenderingFailed;
import io.crewsmith.generator.templates.TemplatePack;

/** Finds the pack of a version. */
@FunctionalInterface
interface Packs {

    TemplatePack pack(String version) throws RenderingFailed;
}
