package io.crewsmith.gateway;

import io.crewsmith.catalogue.Kind;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Crews. */
@RestController
@RequestMapping("/api/crews")
class CrewController extends ConfigurationController {

    CrewController(ConfigurationDesk desk) {
        super(Kind.CREW, desk);
    }
}
