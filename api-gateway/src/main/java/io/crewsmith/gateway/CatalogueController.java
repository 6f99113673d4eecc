package io.crewsmith.gateway;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.json.CatalogueSchema;
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

    @GetMapping("/api/catalogue/{target}")
    JsonNode read(@PathVariable String target) {
        if (!target.equals(catalogue.target())) {
            throw new RefusedRequest(
                    ProblemType.NOT_FOUND, "There is no target %s; there is %s.".formatted(target, catalogue.target()));
        }
        return new CatalogueSchema(catalogue).of(Kind.AGENT);
    }
}
