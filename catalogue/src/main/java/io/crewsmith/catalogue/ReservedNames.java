package io.crewsmith.catalogue;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keys that nothing may have, because the module or the class that they name would hide another one.
 *
 * @param keys keys whose module Python, its library or the system knows
 * @param classes classes that generated modules import, and Python's own names
 */
public record ReservedNames(Set<String> keys, Set<String> classes) {

    public ReservedNames {
        keys = Set.copyOf(keys);
        classes = Set.copyOf(classes);
    }

    boolean contains(String key) {
        return keys.contains(key) || classes.contains(className(key));
    }

    /** The class that a key names: senior-market-analyst gives SeniorMarketAnalyst. */
    public static String className(String key) {
        return Arrays.stream(key.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
