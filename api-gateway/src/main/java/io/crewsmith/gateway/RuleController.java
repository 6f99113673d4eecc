package io.crewsmith.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.crewsmith.platform.sarif.AnnouncedRules;
import io.crewsmith.platform.sarif.AnnouncedRules.AnnouncedRule;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What the validator looks for. */
@RestController
@RequestMapping("/api/rules")
class RuleController {

    private final RuleBook rules;

    RuleController(RuleBook rules) {
        this.rules = rules;
    }

    /** All rules of a validator, by their ids. */
    record RuleList(@JsonProperty("policy_version") String policyVersion, List<AnnouncedRule> items) {

        RuleList {
            items = List.copyOf(items);
        }

        static RuleList of(AnnouncedRules rules) {
            return new RuleList(rules.policyVersion(), rules.rules());
        }
    }

    /** The validator's own rules, by their ids. */
    @GetMapping
    Mono<RuleList> list() {
        return rules.newest().map(RuleList::of);
    }

    /** What a rule finds, why that is dangerous, and what to do instead. */
    @GetMapping("/{id}")
    Mono<AnnouncedRule> read(@PathVariable String id) {
        return rules.newest()
                .map(known -> known.rule(id)
                        .orElseThrow(() -> new RefusedRequest(
                                ProblemType.NOT_FOUND,
                                "The validator has no rule %s; GET /api/rules lists those it has.".formatted(id))));
    }
}
