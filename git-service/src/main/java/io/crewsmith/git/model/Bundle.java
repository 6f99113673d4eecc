package io.crewsmith.git.model;

import java.util.ArrayList;
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
 * @param dropped runs that were taken out of it again
 */
public record Bundle(UUID id, List<Bundled> runs, List<UUID> dropped) {

    /** What the names of all their branches begin with. No key of an agent does: a branch of a run begins otherwise. */
    public static final String BRANCHES = "bundles/";

    private static final String ID = "Crewsmith-Bundle: ";
    private static final String DROPPED = "Crewsmith-Dropped: ";
    private static final Pattern BUNDLED =
            Pattern.compile("Crewsmith-Bundled: (\\S{36}) (\\S{36}) (agent|crew) (\\S+) ([0-9a-f]{40})");

    public Bundle {
        runs = List.copyOf(runs);
        dropped = List.copyOf(dropped);
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
        String text = id.toString();
        return BRANCHES + text.substring(text.length() - 8);
    }

    public boolean holds(UUID run) {
        return runs.stream().anyMatch(bundled -> bundled.run().equals(run));
    }

    /** Key of the agent or crew of a run; its id where the run was taken out. */
    public String key(UUID run) {
        return runs.stream()
                .filter(bundled -> bundled.run().equals(run))
                .map(Bundled::key)
                .findFirst()
                .orElse(run.toString());
    }

    /** Whether it is about the run, be it that it was taken out again. */
    public boolean knows(UUID run) {
        return holds(run) || dropped.contains(run);
    }

    /** The same with the run taken out. */
    public Bundle without(UUID run) {
        List<UUID> gone = new ArrayList<>(dropped);
        gone.add(run);
        return new Bundle(
                id, runs.stream().filter(bundled -> !bundled.run().equals(run)).toList(), gone);
    }

    /** Message of its commit. */
    public String message() {
        StringBuilder message = new StringBuilder("chore: Show %d of %d reviews together\n\n%s%s\n"
                .formatted(runs.size(), runs.size() + dropped.size(), ID, id));
        runs.forEach(run -> message.append(run.line()));
        dropped.forEach(run -> message.append(DROPPED).append(run).append('\n'));
        return message.toString();
    }

    /** What a message says; empty if it is that of another commit. */
    public static Optional<Bundle> of(String message) {
        List<String> lines = message.lines().toList();
        return after(lines, ID)
                .map(id -> new Bundle(
                        id,
                        lines.stream()
                                .map(BUNDLED::matcher)
                                .filter(Matcher::matches)
                                .map(Bundle::run)
                                .toList(),
                        lines.stream()
                                .flatMap(line -> after(List.of(line), DROPPED).stream())
                                .toList()));
    }

    private static Optional<UUID> after(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> UUID.fromString(line.substring(name.length())))
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
