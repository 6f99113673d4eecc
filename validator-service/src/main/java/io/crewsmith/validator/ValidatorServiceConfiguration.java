package io.crewsmith.validator;

import io.crewsmith.platform.PlatformConfiguration;
import io.crewsmith.platform.kafka.EventPublisher;
import io.crewsmith.validator.model.Validator;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The validator service: alone in its own process, or composed with others. */
@Configuration(proxyBeanMethods = false)
@Import(PlatformConfiguration.class)
public class ValidatorServiceConfiguration {

    @Bean
    Validator codeValidator() {
        return new Validator();
    }

    @Bean
    VerdictCache verdictCache(MeterRegistry meters) {
        return new VerdictCache(meters);
    }

    @Bean
    Scanner scanner(Validator validator, VerdictCache known, MeterRegistry meters) {
        return new Scanner(validator, known, meters);
    }

    @Bean
    CodeListener codeListener(Scanner scanner, EventPublisher publisher) {
        return new CodeListener(scanner, publisher);
    }

    @Bean
    DraftCodeListener draftCodeListener(Scanner scanner, EventPublisher publisher) {
        return new DraftCodeListener(scanner, publisher);
    }

    @Bean
    RuleAnnouncement ruleAnnouncement(EventPublisher publisher, Clock clock) {
        return new RuleAnnouncement(publisher, clock);
    }
}
