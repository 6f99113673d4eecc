package io.crewsmith.validator.custom;

import io.crewsmith.platform.events.Received;
import io.crewsmith.platform.kafka.EventPublisher;
import io.crewsmith.validator.model.Validator;
import io.crewsmith.validator.model.custom.FixedRules;
import io.crewsmith.validator.model.custom.RuleLoader;
import io.crewsmith.validator.model.custom.RulePolicy;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;

/** The custom rules: what is in force, how that changes, and dry runs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RuleSettings.class)
public class CustomRulesConfiguration {

    @Bean
    RuleLoader ruleLoader() {
        return new RuleLoader();
    }

    @Bean
    FixedRules fixedRules(RuleLoader loader, RuleSettings settings) {
        return new RuleFolder(loader).read(settings.rules());
    }

    @Bean
    RuleTopic ruleTopic(FixedRules fixed) {
        return new RuleTopic(fixed);
    }

    @Bean
    RuleTopicReader ruleTopicReader(ConsumerFactory<String, Received> consumers, Admin broker, RuleTopic topic) {
        return new RuleTopicReader(consumers, broker, topic);
    }

    @Bean
    RuleCommandListener ruleCommandListener(
            RuleTopicReader reader, RuleTopic topic, RuleLoader loader, FixedRules fixed, EventPublisher publisher) {
        return new RuleCommandListener(reader, topic, new RulePolicy(loader, fixed), publisher);
    }

    @Bean
    DryRunListener dryRunListener(RuleLoader loader, Validator validator, RuleTopic topic, EventPublisher publisher) {
        return new DryRunListener(loader, validator, topic, publisher);
    }
}
