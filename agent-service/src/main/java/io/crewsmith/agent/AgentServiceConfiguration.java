package io.crewsmith.agent;

import io.crewsmith.catalogue.json.Catalogues;
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
    Desks desks(@Qualifier("agentsSchema") ServiceSchema schema, Clock clock) {
        return Desks.of(Catalogues.crewAi130(), schema, clock);
    }

    @Bean
    CommandListener agentCommandListener(@Qualifier("agentsSchema") ServiceSchema schema, Desks desks) {
        return new CommandListener(schema.inbox(), desks);
    }

    @Bean
    AgentChangeListener agentChangeListener(@Qualifier("agentsSchema") ServiceSchema schema, Desks desks) {
        return new AgentChangeListener(schema.inbox(), desks.agents());
    }
}
