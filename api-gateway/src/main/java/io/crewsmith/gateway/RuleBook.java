package io.crewsmith.gateway;

import io.crewsmith.gateway.ledger.ScanQueries;
import io.crewsmith.platform.sarif.AnnouncedRules;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** The rules that validators announced. */
@Component
class RuleBook {

    /** Where a rule can be read, relative to the door; {@code %s} is its id. */
    static final String PLACE = "/api/rules/%s";

    private final ScanQueries ledger;
    private final ObjectReader reader;

    RuleBook(ScanQueries ledger, JsonMapper json) {
        this.ledger = ledger;
        this.reader = json.readerFor(AnnouncedRules.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** The newest rules; none where no validator has started yet. */
    Mono<AnnouncedRules> newest() {
        return of("");
    }

    /** The rules of that policy; the newest where it was never announced. */
    Mono<AnnouncedRules> of(String policyVersion) {
        return ledger.announcedRules(policyVersion)
                .map(event -> reader.<AnnouncedRules>readValue(event))
                .defaultIfEmpty(AnnouncedRules.NONE);
    }
}
