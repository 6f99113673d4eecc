package io.crewsmith.validator.model;

import io.crewsmith.python.Node.Attribute;
import java.util.Set;
import java.util.stream.Stream;

/** No attribute leads from an object to its class, frame, code or globals, or to a module that could not be imported. */
final class AttributeRule implements Rule {

    private static final Set<String> DUNDERS = Set.of("__init__", "__name__", "__doc__", "__version__");

    /** Where frames, code objects, generators and tracebacks keep what they run on. */
    private static final Set<String> PREFIXES = Set.of(
            "tb_",
            "f_back",
            "f_builtins",
            "f_code",
            "f_globals",
            "f_locals",
            "f_trace",
            "gi_",
            "cr_",
            "ag_",
            "co_",
            "func_");

    private static final Set<String> MODULES =
            Set.of("os", "sys", "subprocess", "importlib", "builtins", "posix", "socket", "shutil", "ctypes", "pickle");

    @Override
    public Stream<Finding> judge(Program program) {
        return program.all(Attribute.class)
                .filter(AttributeRule::isForbidden)
                .map(attribute -> Finding.at(
                        attribute,
                        "forbidden-attribute",
                        Severity.CRITICAL,
                        Layer.ALLOW_LIST,
                        "Attribute '%s' leads into the interpreter or to a module that may not be imported; remove it"
                                .formatted(attribute.name())));
    }

    private static boolean isForbidden(Attribute attribute) {
        String name = attribute.name();
        return (name.contains("__") && !DUNDERS.contains(name))
                || name.equals("mro")
                || MODULES.contains(name)
                || PREFIXES.stream().anyMatch(name::startsWith);
    }
}
