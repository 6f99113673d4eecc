package io.crewsmith.gateway;

import io.crewsmith.catalogue.Kind;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tasks. */
@RestController
@RequestMapping("/api/tasks")
class TaskController extends ConfigurationController {

    TaskController(ConfigurationDesk desk) {
        super(Kind.TASK, desk);
    }
}
