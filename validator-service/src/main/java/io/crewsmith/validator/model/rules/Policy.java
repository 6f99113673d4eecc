package io.crewsmith.validator.model.rules;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.crewsmith.catalogue.ReservedNames;
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
    private static final Pattern MODULE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    private static final Set<String> PACKAGES =
            ALLOWED.keySet().stream().flatMap(Policy::prefixes).collect(toUnmodifiableSet());

    private static final Set<String> BLACKLIST = words("blacklist.txt");
    private static final Set<String> BUILTINS = words("builtins.txt");

    private Policy() {}

    /** Whether the path is a module, or a package on the way to one, that may be imported. */
    static boolean isModule(String path) {
        return PACKAGES.contains(path) || isModuleByName(path);
    }

    /** Whether the module has the name, as a class, function, constant or module of its own. */
    static boolean allows(String module, String name) {
        return ALLOWED.getOrDefault(module, Set.of()).contains(name)
                || isModule(module + "." + name)
                || isModuleByName(module) && isClassOf(module, name);
    }

    /** Whether a package of which all modules are allowed may have the module. */
    private static boolean isModuleByName(String path) {
        int end = path.lastIndexOf('.');
        String name = path.substring(end + 1);
        return end > 0
                && ALLOWED.getOrDefault(path.substring(0, end), Set.of()).equals(ANY_MODULE)
                && MODULE.matcher(name).matches()
                && !BLACKLIST.contains(name);
    }

    /** The one class that such a module has: claims_analyst has ClaimsAnalyst, and a crew's ends with Crew. */
    private static boolean isClassOf(String module, String name) {
        String key = module.substring(module.lastIndexOf('.') + 1).replace('_', '-');
        String expected = ReservedNames.className(key) + (module.startsWith("app.crews.") ? "Crew" : "");
        return name.equals(expected);
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
