package io.crewsmith.generator;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.Invalid;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.Problem;
import io.crewsmith.catalogue.Valid;
import io.crewsmith.catalogue.json.ConfigurationJson;
import io.crewsmith.generator.model.AgentModule;
import io.crewsmith.generator.model.Generation;
import io.crewsmith.generator.model.Generation.Cause;
import io.crewsmith.generator.model.Generation.Failed;
import io.crewsmith.generator.model.Generation.Generated;
import io.crewsmith.generator.model.Generation.TemplateVersion;
import io.crewsmith.generator.model.HeaderToken;
import io.crewsmith.generator.templates.RenderingFailed;
import io.crewsmith.generator.templates.TemplatePack;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Renders the configuration of an agent with the pack that it is given. */
final class AgentRendering {

    private final Catalogue catalogue;
    private final ConfigurationJson configurations;

    AgentRendering(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.configurations = new ConfigurationJson(catalogue);
    }

    /** Finds the pack of a version. */
    interface Packs {

        TemplatePack pack(String version) throws RenderingFailed;
    }

    /** With the version of the templates that the configuration names. */
    Generation render(String configuration, Packs packs) {
        return switch (configurations.read(Kind.AGENT, configuration)) {
            case Valid(Configuration valid) -> {
                try {
                    yield generated(valid, packs.pack(valid.required("template_version")));
                } catch (RenderingFailed e) {
                    yield e.failed();
                }
            }
            case Invalid(List<Problem> problems) -> {
                String reasons = problems.stream().map(Problem::message).collect(Collectors.joining(" "));
                yield new Failed("The configuration is not valid: " + reasons, Cause.CONFIGURATION, null, null, null);
            }
        };
    }

    /** With this pack, whatever the configuration names: so is a fixture rendered. */
    Generation render(TemplatePack pack, String configuration) {
        return render(configuration, version -> pack);
    }

    private Generated generated(Configuration configuration, TemplatePack pack) throws RenderingFailed {
        AgentModule module = AgentModule.of(configuration, catalogue);
        TemplateVersion template = pack.version();
        Map<String, HeaderToken> header = Map.of(
                "template", new HeaderToken(template.id()),
                "version", new HeaderToken(template.version()),
                "target", new HeaderToken(catalogue.target()),
                "configuration", new HeaderToken(configurations.digest(configuration)));
        var data = TemplateData.of(module, configuration, header);
        return new Generated(pack.render(module.module().name(), data), template, module.warnings());
    }
}
