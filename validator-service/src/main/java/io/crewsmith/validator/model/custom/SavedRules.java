package io.crewsmith.validator.model.custom;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules that were saved, as they are told one change after the other. Everybody who heard the same changes has the
 * same rules under the same version. Not for several threads at once.
 */
public final class SavedRules {

    private final Map<String, Entry> entries = new TreeMap<>();
    private final Set<String> answered = new HashSet<>();
    private int changes;

    /** Null for the loading: the rule was deleted. */
    private record Entry(int revision, @Nullable Loading loading) {}

    /** Notes that this wish was answered; false if it was before, and then its answer is only a repeat. */
    public boolean answer(String wish) {
        return answered.add(wish);
    }

    public boolean isAnswered(String wish) {
        return answered.contains(wish);
    }

    /** A rule came into force. Its examples were tried when it was saved. */
    public void save(String id, int revision, String text) {
        entries.put(id, new Entry(revision, RuleReader.read(text)));
        changes++;
    }

    /** A rule went out of force. */
    public void delete(String id, int revision) {
        entries.put(id, new Entry(revision, null));
        changes++;
    }

    boolean has(String id) {
        Entry entry = entries.get(id);
        return entry != null && entry.loading() != null;
    }

    /** The last revision of the rule, its deletion included; 0 where there never was one. */
    int revision(String id) {
        Entry entry = entries.get(id);
        return entry == null ? 0 : entry.revision();
    }

    int count() {
        return (int) entries.keySet().stream().filter(this::has).count();
    }

    /** The rules in force: these, and those that came with the service. */
    public RuleBook book(FixedRules fixed) {
        var rules = new ArrayList<>(fixed.rules());
        var flaws = new ArrayList<String>();
        entries.forEach((id, entry) -> {
            switch (entry.loading()) {
                case null -> {}
                case Loading.Accepted accepted -> rules.add(accepted.rule());
                case Loading.Refused refused ->
                    flaws.add(flaw(id, entry, refused.problems().getFirst()));
            }
        });
        return new RuleBook(version(fixed), rules, flaws);
    }

    /** A rule that only a newer version of the service can read may forbid anything. */
    private static String flaw(String id, Entry entry, RuleProblem problem) {
        return "the rule %s of revision %d cannot be read here (%s): update this service or save the rule anew"
                .formatted(id, entry.revision(), problem.sentence());
    }

    private String version(FixedRules fixed) {
        List<String> parts = new ArrayList<>();
        if (changes > 0 || !fixed.rules().isEmpty()) {
            parts.add("custom.%d".formatted(changes));
        }
        if (!fixed.rules().isEmpty()) {
            parts.add(fixed.version());
        }
        return String.join(".", parts);
    }
}
