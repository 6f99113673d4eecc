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
import io.crewsmith.generator.model.Generation.Failed;
import io.crewsmith.generator.model.Generation.Generated;
import io.crewsmith.generator.model.Generation.TemplateVersion;
import io.crewsmith.generator.model.HeaderToken;
import io.crewsmith.generator.model.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns the text of a configuration into code. The same text gives the same bytes. */
final class Generator {

    private final Catalogue catalogue;
    private final ConfigurationJson configurations;
    private final TemplatePack pack;

    Generator(Catalogue catalogue, TemplatePack pack) {
        this.catalogue = catalogue;
        this.configurations = new ConfigurationJson(catalogue);
        this.pack = pack;
    }

    Generation generate(String configuration) {
        return switch (configurations.read(Kind.AGENT, configuration)) {
            case Valid(Configuration valid) -> generate(valid);
            case Invalid(List<Problem> problems) ->
                new Failed("The configuration is not valid: "
                        + problems.stream().map(Problem::message).collect(Collectors.joining(" ")));
        };
    }

    private Generation generate(Configuration configuration) {
        AgentModule module = AgentModule.of(configuration, catalogue);
        TemplateVersion template = pack.version();
        Map<String, HeaderToken> header = Map.of(
                "template", new HeaderToken(template.id()),
                "version", new HeaderToken(template.version()),
                "target", new HeaderToken(catalogue.target()),
                "configuration", new HeaderToken(configurations.digest(configuration)));
        try {
            String code = pack.render(TemplateData.of(module, configuration, header));
            String path = "app/agents/%s.py".formatted(module.module().name());
            return new Generated(List.of(new SourceFile(path, code)), template, module.warnings());
        } catch (IllegalStateException e) {
            return new Failed("%s Check template %s %s.".formatted(e.getMessage(), template.id(), template.version()));
        }
    }
}
