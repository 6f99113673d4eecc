package io.crewsmith.generator.templates;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One file that a pack renders.
 *
 * @param kind what it is
 * @param template name of its template in the pack; {@code .md.ftl} for a page, {@code .ftl} for Python
 * @param path where it goes in the deployment folder; {@code {module}} stands for the name of the module
 */
record OutputFile(Kind kind, String template, String path) {

    private static final Pattern TEMPLATE = Pattern.compile("[a-z0-9_-]+(\\.[a-z]+)?\\.ftl");
    private static final Pattern PATH = Pattern.compile("([a-z0-9_-]+/)+[a-z0-9_-]*\\{module}[a-z0-9_-]*\\.[a-z]+");

    OutputFile {
        if (kind == null) {
            throw new BrokenPack("Each of files needs a kind: module, test or page.");
        }
        if (template == null || !TEMPLATE.matcher(template).matches()) {
            throw new BrokenPack("template must be the name of a file like module.ftl, but is " + template + ".");
        }
        if (isPage(template) != (kind == Kind.PAGE)) {
            throw new BrokenPack(template + ": a page, and nothing else, has a template that ends with .md.ftl.");
        }
        if (path == null || !PATH.matcher(path).matches() || !path.endsWith(kind.suffix)) {
            throw new BrokenPack("path must be like app/agents/{module}%s for a %s, but is %s."
                    .formatted(kind.suffix, kind.name().toLowerCase(Locale.ROOT), path));
        }
    }

    static boolean isPage(String template) {
        return template.endsWith(".md.ftl");
    }

    /** Where it goes for a module of this name. */
    String path(String module) {
        return path.replace("{module}", module);
    }

    /** The file beside a fixture that holds what it must be. */
    String golden(String fixture) {
        return fixture + kind.golden;
    }

    /** Kinds of files. */
    enum Kind {
        MODULE(".py", ".py"),
        TEST(".py", "_test.py"),
        PAGE(".md", ".md");

        private final String suffix;
        private final String golden;

        Kind(String suffix, String golden) {
            this.suffix = suffix;
            this.golden = golden;
        }

        @JsonCreator
        static Kind of(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst()
                    .orElseThrow(() -> new BrokenPack("kind must be module, test or page, but is " + name + "."));
        }
    }
}
