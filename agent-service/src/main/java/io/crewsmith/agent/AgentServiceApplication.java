package io.crewsmith.agent;

import io.crewsmith.platform.ServiceApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Runs the agent service alone. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(AgentServiceConfiguration.class)
public class AgentServiceApplication {

    public static void main(String[] arguments) {
        ServiceApplication.run("agent-service", AgentServiceApplication.class, arguments);
    }
}
