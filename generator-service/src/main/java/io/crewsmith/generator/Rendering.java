package io.crewsmith.generator;

import io.crewsmith.generator.model.Generation;
import io.crewsmith.generator.model.Generation.TemplateVersion;
import io.crewsmith.generator.model.HeaderToken;
import io.crewsmith.generator.templates.FixtureRenderer;
import io.crewsmith.generator.templates.TemplatePack;
import java.util.Map;

/** Renders one kind of thing from its canonical text. */
interface Rendering extends FixtureRenderer {

    /** With the version of the templates that the configuration names. */
    Generation render(String configuration, Packs packs);

    /** With this pack, whatever the configuration names: so is a fixture rendered. */
    @Override
    default Generation render(TemplatePack pack, String configuration) {
        return render(configuration, version -> pack);
    }

    /** What every header says. */
    static Map<String, HeaderToken> header(TemplateVersion template, String target, String digest) {
        return Map.of(
                "template", new HeaderToken(template.id()),
                "version", new HeaderToken(template.version()),
                "target", new HeaderToken(target),
                "configuration", new HeaderToken(digest));
    }
}
