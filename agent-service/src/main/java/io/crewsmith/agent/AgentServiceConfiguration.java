package io.crewsmith.agent;

import io.crewsmith.catalogue.json.Catalogues;
import io.crewsmith.catalogue.json.ConfigurationJson;
import io.crewsmith.platform.PlatformConfiguration;
import io.crewsmith.platform.outbox.DatabaseConfiguration;
import io.crewsmith.platform.outbox.ServiceSchema;
import io.crewsmith.platform.outbox.ServiceSchemas;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The agent service: alone in its own process, or composed with others. */
@Configuration(proxyBeanMethods = false)
@Import({PlatformConfiguration.class, DatabaseConfiguration.class})
public class AgentServiceConfiguration {

    @Bean
    ServiceSchema agentsSchema(ServiceSchemas schemas) {
        return schemas.open("agents");
    }

    @Bean
    AgentDesk agentDesk(@Qualifier("agentsSchema") ServiceSchema schema, Clock clock) {
        return new AgentDesk(
                new ConfigurationJson(Catalogues.crewAi130()),
                new AgentStore(schema.jdbc()),
                new AgentAnswers(schema.outbox()),
                clock);
    }

    @Bean
    CommandListener agentCommandListener(@Qualifier("agentsSchema") ServiceSchema schema, AgentDesk desk) {
        return new CommandListener(schema.inbox(), desk);
    }

    @Bean
    AgentChangeListener agentChangeListener(@Qualifier("agentsSchema") ServiceSchema schema, AgentDesk desk) {
        return new AgentChangeListener(schema.inbox(), desk);
    }
}
