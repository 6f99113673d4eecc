package io.crewsmith.validator.model.custom;

import java.util.regex.Pattern;

/**
 * A dotted name: {@code os.system} is that name, {@code os.*} all below {@code os}, {@code *.execute} that name of
 * whatever object.
 */
record NamePattern(String text) {

    private static final Pattern FORM = Pattern.compile(
            "(?:[A-Za-z_][A-Za-z0-9_]*)(?:\\.[A-Za-z_][A-Za-z0-9_]*)*(?:\\.\\*)?|\\*\\.[A-Za-z_][A-Za-z0-9_]*");

    NamePattern {
        if (!isWellFormed(text)) {
            throw new IllegalArgumentException("no dotted name: " + text);
        }
    }

    static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }

    /** Whether a called or read name is meant. */
    boolean names(String name) {
        return text.endsWith(".*") ? name.startsWith(stem()) && !name.startsWith("*") : name.equals(text);
    }

    /** Whether an imported name is meant: a module means all that is in it, and a star may bring whatever is there. */
    boolean imports(String name) {
        if (name.endsWith(".*")) {
            String module = name.substring(0, name.length() - 1);
            return module.startsWith(text.endsWith(".*") ? stem() : text + ".") || text.startsWith(module);
        }
        return text.endsWith(".*") ? name.startsWith(stem()) : name.equals(text) || name.startsWith(text + ".");
    }

    private String stem() {
        return text.substring(0, text.length() - 1);
    }
}
