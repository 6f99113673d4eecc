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
import io.crewsmith.generator.templates.RenderingFailed;
import io.crewsmith.generator.templates.TemplatePack;
import java.util.List;
import java.util.stream.Collectors;

/** Renders the configuration of an agent with the pack that it is given. */
final class AgentRendering implements Rendering {

    private final Catalogue catalogue;
    private final ConfigurationJson configurations;

    AgentRendering(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.configurations = new ConfigurationJson(catalogue);
    }

    @Override
    public Generation render(String configuration, Packs packs) {
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

    private Generated generated(Configuration configuration, TemplatePack pack) throws RenderingFailed {
        AgentModule module = AgentModule.of(configuration, catalogue);
        var header = Rendering.header(pack.version(), catalogue.target(), configurations.digest(configuration));
        var data = TemplateData.of(module, configuration, header);
        return new Generated(pack.render(module.module().name(), data), pack.version(), module.warnings());
    }
}
