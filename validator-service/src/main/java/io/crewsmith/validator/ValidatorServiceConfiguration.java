package io.crewsmith.validator;

import io.crewsmith.catalogue.json.Catalogues;
import io.crewsmith.platform.PlatformConfiguration;
import io.crewsmith.platform.kafka.EventPublisher;
import io.crewsmith.validator.custom.CustomRulesConfiguration;
import io.crewsmith.validator.model.Validator;
import io.crewsmith.validator.model.custom.RuleBook;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The validator service: alone in its own process, or composed with others. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProofSettings.class)
@Import({PlatformConfiguration.class, CustomRulesConfiguration.class})
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
    Scanner scanner(
            Validator validator,
            VerdictCache known,
            ProofSettings settings,
            Supplier<RuleBook> rules,
            MeterRegistry meters) {
        return new Scanner(validator, known, new Proofs(Catalogues.crewAi130(), settings), rules, meters);
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
