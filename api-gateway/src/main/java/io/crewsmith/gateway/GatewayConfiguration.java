package io.crewsmith.gateway;

import io.crewsmith.catalogue.json.Catalogues;
import io.crewsmith.catalogue.json.ConfigurationJson;
import io.crewsmith.gateway.ledger.LedgerConfiguration;
import io.crewsmith.platform.PlatformConfiguration;
import io.crewsmith.platform.outbox.DatabaseConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The gateway: alone in its own process, or composed with others. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(excludeFilters = @Filter(type = FilterType.ANNOTATION, classes = SpringBootConfiguration.class))
@EnableConfigurationProperties(GatewaySettings.class)
@Import({PlatformConfiguration.class, DatabaseConfiguration.class, LedgerConfiguration.class})
public class GatewayConfiguration {

    @Bean
    ConfigurationJson configurationJson() {
        return new ConfigurationJson(Catalogues.crewAi130());
    }
}
