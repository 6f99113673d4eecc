package io.crewsmith.git.model;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs whose code one pull request shows. The message of its commit says all of it, so the repository is all that remembers it.
 *
 * @param id of the bundle
 * @param runs what it shows, in the order in which it was asked for
 */
public record Bundle(UUID id, List<Bundled> runs) {

    /** What the names of all their branches begin with. No key of an agent does: a branch of a run begins otherwise. */
    public static final String BRANCHES = "bundles/";

    private static final String ID = "Crewsmith-Bundle: ";
    private static final String UUID_FORM = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final Pattern BUNDLED =
            Pattern.compile("Crewsmith-Bundled: %1$s %1$s (agent|crew) (\\S+) ([0-9a-f]{40})".formatted(UUID_FORM));

    public Bundle {
        runs = List.copyOf(runs);
    }

    /**
     * One run of it.
     *
     * @param run the run
     * @param subject id of its agent or crew
     * @param key its key
     * @param tip the commit on its branch, 40 hex digits
     */
    public record Bundled(UUID run, UUID subject, Change.Kind kind, String key, String tip) {

        private String line() {
            return "Crewsmith-Bundled: %s %s %s %s %s\n".formatted(run, subject, kind.word(), key, tip);
        }
    }

    /** {@code bundles/0199f3a2}: the end of the id tells bundles apart, as it does runs. */
    public String branch() {
        return branch(id);
    }

    /** The same, where no more is known of it. */
    public static String branch(UUID id) {
        String text = id.toString();
        return BRANCHES + text.substring(text.length() - 8);
    }

    public boolean holds(UUID run) {
        return runs.stream().anyMatch(bundled -> bundled.run().equals(run));
    }

    /** The same with the run taken out. */
    public Bundle without(UUID run) {
        return new Bundle(
                id, runs.stream().filter(bundled -> !bundled.run().equals(run)).toList());
    }

    /** Message of its commit. */
    public String message() {
        return "chore: Show %d reviews together\n\n%s%s\n%s"
                .formatted(runs.size(), ID, id, runs.stream().map(Bundled::line).collect(joining()));
    }

    /** What a message says; empty if it is that of another commit. */
    public static Optional<Bundle> of(String message) {
        List<Bundled> runs = message.lines()
                .map(BUNDLED::matcher)
                .filter(Matcher::matches)
                .map(Bundle::run)
                .toList();
        return message.lines()
                .filter(line -> line.matches(ID + UUID_FORM))
                .map(line -> new Bundle(UUID.fromString(line.substring(ID.length())), runs))
                .findFirst();
    }

    private static Bundled run(Matcher line) {
        return new Bundled(
                UUID.fromString(line.group(1)),
                UUID.fromString(line.group(2)),
                Change.Kind.valueOf(line.group(3).toUpperCase(Locale.ROOT)),
                line.group(4),
                line.group(5));
    }
}
