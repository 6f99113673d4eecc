package io.crewsmith.platform.sarif;

import io.crewsmith.platform.events.Digests;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names for findings that stay when the code around them moves: made of the rule, the file, the text of the line without
 * its indentation, and a count where the same is found again.
 */
final class Fingerprints {

    private final Map<String, List<String>> lines = new HashMap<>();
    private final Map<String, Integer> occurrences = new HashMap<>();

    /** @param files text by path */
    Fingerprints(Map<String, String> files) {
        files.forEach((path, text) -> lines.put(path, List.of(text.split("\n", -1))));
    }

    /** The name of the next finding of this rule in this line. */
    String next(String rule, String path, int line) {
        List<String> text = lines.getOrDefault(path, List.of());
        String words = line <= text.size() ? text.get(line - 1).strip() : "";
        String digest = Digests.sha256(String.join("\0", rule, path, words));
        return "%s:%d".formatted(digest, occurrences.merge(digest, 1, Integer::sum));
    }
}
