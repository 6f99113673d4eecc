package io.crewsmith.validator.model.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One of Python's scopes and the names that are bound in it. */
final class Scope {

    /** Python's kinds of scope; they differ in how names are looked up. */
    enum Kind {
        MODULE,
        CLASS,
        FUNCTION,
        COMPREHENSION
    }

    final Kind kind;
    final @Nullable Scope parent;
    final Set<String> bound = new HashSet<>();
    final Set<String> globals = new HashSet<>();
    final Set<String> nonlocals = new HashSet<>();
    private final Map<String, Set<String>> imports = new HashMap<>();

    Scope(Kind kind, @Nullable Scope parent) {
        this.kind = kind;
        this.parent = parent;
    }

    Scope module() {
        var scope = this;
        while (scope.parent != null) {
            scope = scope.parent;
        }
        return scope;
    }

    /** Where a binding here takes effect. */
    Scope bind(String name) {
        var target = globals.contains(name) ? module() : this;
        target.bound.add(name);
        return target;
    }

    void bindImport(String name, String path) {
        var target = bind(name);
        // A name of a class body may be looked up as a global one, so it counts there too.
        var holder = target.kind == Kind.CLASS ? module() : target;
        holder.imports.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(path);
    }

    /**
     * The function, lambda or comprehension that certainly holds the name, else the module: a name of a module or
     * class body can always turn out to be the builtin of that name.
     */
    Scope resolve(String name) {
        for (Scope scope = this; scope.parent != null; scope = scope.parent) {
            if (scope.globals.contains(name)) {
                return module();
            }
            boolean holds = scope.bound.contains(name) && !scope.nonlocals.contains(name);
            if (holds && scope.kind == Kind.CLASS && scope == this) {
                return module();
            }
            if (holds && scope.kind != Kind.CLASS) {
                return scope;
            }
        }
        return module();
    }

    /** Whether anything in the module binds the name where this scope can see it. */
    boolean binds(String name) {
        return bound.contains(name) || resolve(name).bound.contains(name);
    }

    /** The dotted paths that imports may have given the name. */
    Set<String> imported(String name) {
        return resolve(name).imports.getOrDefault(name, Set.of());
    }
}
