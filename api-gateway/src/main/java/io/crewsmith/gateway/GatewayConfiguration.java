package io.crewsmith.gateway;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.catalogue.json.Catalogues;
import io.crewsmith.catalogue.json.ConfigurationJson;
import io.crewsmith.gateway.batch.BatchConfiguration;
import io.crewsmith.gateway.github.GitHubConfiguration;
import io.crewsmith.gateway.ledger.LedgerConfiguration;
import io.crewsmith.gateway.wizard.WizardConfiguration;
import io.crewsmith.platform.PlatformConfiguration;
import io.crewsmith.platform.outbox.DatabaseConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

/** The gateway: alone in its own process, or composed with others. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(excludeFilters = @Filter(type = FilterType.ANNOTATION, classes = SpringBootConfiguration.class))
@EnableConfigurationProperties(GatewaySettings.class)
@Import({
    PlatformConfiguration.class,
    DatabaseConfiguration.class,
    LedgerConfiguration.class,
    BatchConfiguration.class,
    GitHubConfiguration.class,
    WizardConfiguration.class
})
public class GatewayConfiguration {

    /** A number is no text, and a text is no number: what is sent is taken as it is or refused. */
    @Bean
    JsonMapperBuilderCustomizer strictTypes() {
        return json -> json.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }

    @Bean
    Catalogue catalogue() {
        return Catalogues.crewAi130();
    }

    @Bean
    ConfigurationJson configurationJson(Catalogue catalogue) {
        return new ConfigurationJson(catalogue);
    }
}
