package io.crewsmith.validator.model.rules;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names that agent modules may and must not use; the lists are files. */
final class Policy {

    private static final Map<String, Set<String>> ALLOWED = NameList.lines("allowed-imports.txt").stream()
            .map(line -> line.split(":", 2))
            .collect(toUnmodifiableMap(
                    row -> row[0].strip(), row -> Set.of(row[1].strip().split("\\s+"))));

    private static final Set<String> ANY_MODULE = Set.of("*");
    private static final Pattern MODULE = Pattern.compile("[a-z][a-z0-9_]*");

    private static final Set<String> PACKAGES =
            ALLOWED.keySet().stream().flatMap(Policy::prefixes).collect(toUnmodifiableSet());

    private static final Set<String> BLACKLIST = words("blacklist.txt");
    private static final Set<String> BUILTINS = words("builtins.txt");

    private Policy() {}

    /** Whether the path is a module, or a package on the way to one, that may be imported. */
    static boolean isModule(String path) {
        return PACKAGES.contains(path);
    }

    /** Whether the module has the name, as a class, function, constant or module of its own. */
    static boolean allows(String module, String name) {
        Set<String> names = ALLOWED.getOrDefault(module, Set.of());
        return names.contains(name)
                || isModule(module + "." + name)
                || names.equals(ANY_MODULE) && MODULE.matcher(name).matches() && !BLACKLIST.contains(name);
    }

    /** Whether any part of the dotted path is a module that agent code must never reach. */
    static boolean isBlacklisted(String path) {
        return !isModule(path) && Stream.of(path.split("\\.")).anyMatch(BLACKLIST::contains);
    }

    static boolean isBuiltin(String name) {
        return BUILTINS.contains(name);
    }

    private static Set<String> words(String file) {
        return NameList.lines(file).stream()
                .flatMap(line -> Stream.of(line.strip().split("\\s+")))
                .collect(toUnmodifiableSet());
    }

    private static Stream<String> prefixes(String path) {
        return path.chars().anyMatch(c -> c == '.')
                ? Stream.concat(prefixes(path.substring(0, path.lastIndexOf('.'))), Stream.of(path))
                : Stream.of(path);
    }
}
