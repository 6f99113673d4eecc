package io.crewsmith.validator.model.custom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads YAML as plain data: one document without tags, anchors or aliases, which a rule never needs and an attack does.
 * No object is ever made of it, only a tree of nodes with their lines.
 */
final class YamlText {

    /** In bytes of UTF-8. */
    static final int LARGEST = 64 * 1024;

    private static final int DEEPEST = 16;

    private YamlText() {}

    /** The text is not the YAML that is read here. */
    static final class Unreadable extends RuntimeException {

        private final transient RuleProblem problem;

        Unreadable(int line, String message) {
            super(message);
            this.problem = new RuleProblem("", "yaml", line, message);
        }

        RuleProblem problem() {
            return problem;
        }
    }

    static Node root(String text) {
        if (text.length() > LARGEST || text.getBytes(UTF_8).length > LARGEST) {
            throw new Unreadable(1, "the rule is larger than %,d bytes: split it".formatted(LARGEST));
        }
        try {
            requirePlain(text);
            return Optional.ofNullable(yaml().compose(new StringReader(text)))
                    .orElseThrow(() -> new Unreadable(1, "the text is empty: a rule begins with its id"));
        } catch (MarkedYAMLException broken) {
            throw new Unreadable(line(broken.getProblemMark()), "this is no YAML: %s".formatted(broken.getProblem()));
        } catch (YAMLException broken) {
            throw new Unreadable(1, "this is no YAML: %s".formatted(broken.getMessage()));
        }
    }

    /** Stops at the first thing too many: the reader takes the square of the time for what is nested without end. */
    private static void requirePlain(String text) {
        int documents = 0;
        int depth = 0;
        for (Event event : yaml().parse(new StringReader(text))) {
            documents += event instanceof DocumentStartEvent ? 1 : 0;
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (documents > 1) {
                throw new Unreadable(line(event), "a second document begins here: send one rule at a time");
            }
            if (depth > DEEPEST) {
                throw new Unreadable(line(event), "this is nested deeper than %d levels".formatted(DEEPEST));
            }
            if (event instanceof AliasEvent || (event instanceof NodeEvent node && node.getAnchor() != null)) {
                throw new Unreadable(line(event), "anchors and aliases are not read: write the value out");
            }
            if (hasTag(event)) {
                throw new Unreadable(line(event), "tags are not read: write the value without '!'");
            }
        }
    }

    private static boolean hasTag(Event event) {
        return event instanceof ScalarEvent scalar && scalar.getTag() != null
                || event instanceof CollectionStartEvent collection && collection.getTag() != null;
    }

    private static Yaml yaml() {
        var options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        return new Yaml(options);
    }

    private static int line(Event event) {
        return line(event.getStartMark());
    }

    private static int line(@Nullable Mark mark) {
        return mark == null ? 1 : mark.getLine() + 1;
    }
}
