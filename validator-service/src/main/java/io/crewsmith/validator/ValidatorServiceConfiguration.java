package io.crewsmith.validator;

import io.crewsmith.platform.PlatformConfiguration;
import io.crewsmith.platform.kafka.EventPublisher;
import io.crewsmith.python.PythonParser;
import io.crewsmith.validator.model.Policy;
import io.crewsmith.validator.model.Validator;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The validator service: alone in its own process, or composed with others. */
@Configuration(proxyBeanMethods = false)
@Import(PlatformConfiguration.class)
public class ValidatorServiceConfiguration {

    @Bean
    Scanner scanner(MeterRegistry meters) {
        return new Scanner(new Validator(new PythonParser(), Policy.current()), meters);
    }

    @Bean
    CodeListener codeListener(Scanner scanner, EventPublisher publisher) {
        return new CodeListener(scanner, publisher);
    }

    @Bean
    DraftCodeListener draftCodeListener(Scanner scanner, EventPublisher publisher) {
        return new DraftCodeListener(scanner, publisher);
    }
}
