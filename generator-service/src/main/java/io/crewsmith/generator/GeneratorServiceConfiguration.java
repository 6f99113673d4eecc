package io.crewsmith.generator;

import io.crewsmith.catalogue.json.Catalogues;
import io.crewsmith.platform.PlatformConfiguration;
import io.crewsmith.platform.kafka.EventPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The generator service: alone in its own process, or composed with others. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GeneratorSettings.class)
@Import(PlatformConfiguration.class)
public class GeneratorServiceConfiguration {

    @Bean
    Generator generator(GeneratorSettings settings) {
        return new Generator(Catalogues.crewAi130(), settings);
    }

    @Bean
    AgentListener agentListener(Generator generator, MeterRegistry meters, EventPublisher publisher) {
        return new AgentListener(generator, new GeneratorMetrics(meters), publisher);
    }

    @Bean
    DraftListener draftListener(Generator generator, EventPublisher publisher) {
        return new DraftListener(generator, publisher);
    }
}
