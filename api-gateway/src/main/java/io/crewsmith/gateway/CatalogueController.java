package io.crewsmith.gateway;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.json.CatalogueSchema;
import java.util.Arrays;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What a configuration may say, as JSON Schema: what forms are drawn from. */
@RestController
class CatalogueController {

    private final Catalogue catalogue;

    CatalogueController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** An agent's parameters. */
    @GetMapping("/api/catalogue/{target}")
    JsonNode read(@PathVariable String target) {
        return read(target, Kind.AGENT.word());
    }

    /** The parameters of an agent, a crew or a task. */
    @GetMapping("/api/catalogue/{target}/{kind}")
    JsonNode read(@PathVariable String target, @PathVariable String kind) {
        if (!target.equals(catalogue.target())) {
            throw new RefusedRequest(
                    ProblemType.NOT_FOUND, "There is no target %s; there is %s.".formatted(target, catalogue.target()));
        }
        Kind known = Arrays.stream(Kind.values())
                .filter(candidate -> candidate.word().equals(kind))
                .findFirst()
                .orElseThrow(() -> new RefusedRequest(
                        ProblemType.NOT_FOUND, "There is no kind %s; there are agent, crew and task.".formatted(kind)));
        return new CatalogueSchema(catalogue).of(known);
    }
}
