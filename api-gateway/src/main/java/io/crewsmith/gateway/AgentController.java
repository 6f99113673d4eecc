package io.crewsmith.gateway;

import io.crewsmith.catalogue.Kind;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Agents. */
@RestController
@RequestMapping("/api/agents")
class AgentController extends ConfigurationController {

    AgentController(ConfigurationDesk desk) {
        super(Kind.AGENT, desk);
    }
}
