package io.crewsmith.validator.model.custom;

import io.crewsmith.validator.model.custom.Decision.Ground;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides about wishes to change the rules. */
public final class RulePolicy {

    /** More rules than a scan has time for. */
    public static final int MOST_RULES = 200;

    private final RuleLoader loader;
    private final FixedRules fixed;

    public RulePolicy(RuleLoader loader, FixedRules fixed) {
        this.loader = loader;
        this.fixed = fixed;
    }

    /**
     * @param id what the wish calls the rule; the text must say the same
     * @param mustBeNew whether there must be no such rule yet; otherwise there must be one
     * @param expected the revision that the author saw; null for whatever it is
     */
    public Decision save(SavedRules saved, String id, boolean mustBeNew, @Nullable Integer expected, String text) {
        return obstacle(saved, id, mustBeNew, expected).orElseGet(() -> switch (loader.load(text)) {
            case Loading.Refused refused -> new Decision.Refuse(Ground.INVALID, refused.problems());
            case Loading.Accepted accepted
            when !accepted.rule().id().equals(id) ->
                refuse(
                        Ground.INVALID,
                        "/id",
                        "the id in the rule is %s: send it to the address of that name, and write it as"
                                        .formatted(accepted.rule().id())
                                + " 'id: custom/name' on a line of its own");
            case Loading.Accepted accepted -> new Decision.Save(accepted.rule(), saved.revision(id) + 1);
        });
    }

    /** @param expected the revision that the author saw; null for whatever it is */
    public Decision delete(SavedRules saved, String id, @Nullable Integer expected) {
        return obstacle(saved, id, false, expected).orElseGet(() -> new Decision.Delete(saved.revision(id) + 1));
    }

    private Optional<Decision> obstacle(SavedRules saved, String id, boolean mustBeNew, @Nullable Integer expected) {
        if (fixed.has(id)) {
            return Optional.of(refuse(
                    Ground.CONFLICT, "/id", "%s comes from the folder of the service: change it there".formatted(id)));
        }
        if (mustBeNew && saved.has(id)) {
            return Optional.of(refuse(
                    Ground.CONFLICT,
                    "/id",
                    "There is a rule %s already: replace it, or take another id.".formatted(id)));
        }
        if (mustBeNew && saved.count() >= MOST_RULES) {
            return Optional.of(
                    refuse(Ground.CONFLICT, "", "There are %d rules already: delete one first.".formatted(MOST_RULES)));
        }
        if (!mustBeNew && !saved.has(id)) {
            return Optional.of(refuse(Ground.NOT_FOUND, "", "There is no rule %s.".formatted(id)));
        }
        if (expected != null && expected != saved.revision(id)) {
            return Optional.of(refuse(
                    Ground.STALE,
                    "",
                    "The rule is at revision %d by now, not %d: read it again."
                            .formatted(saved.revision(id), expected)));
        }
        return Optional.empty();
    }

    private static Decision refuse(Ground ground, String pointer, String message) {
        return new Decision.Refuse(ground, List.of(new RuleProblem(pointer, "rule", 1, message)));
    }
}
