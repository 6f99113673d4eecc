package io.crewsmith.validator.model.custom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The fields of one mapping in a rule; what is wrong with them is collected, so that a reader hears of all at once. */
final class Fields {

    private final String pointer;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final List<RuleProblem> problems;

    Fields(Node node, String pointer, Set<String> known, List<RuleProblem> problems) {
        this.pointer = pointer;
        this.line = line(node);
        this.problems = problems;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(field -> add(field.getKeyNode(), field.getValueNode(), known));
        } else {
            problems.add(new RuleProblem(pointer, "type", line, "this must be a mapping of fields to values"));
        }
    }

    private void add(Node key, Node value, Set<String> known) {
        String name = key instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (!known.contains(name)) {
            String message = "there is no field '%s' here; there are %s".formatted(shown(name), new TreeSet<>(known));
            problems.add(new RuleProblem(pointer, "unknown", line(key), message));
        } else if (values.putIfAbsent(name, value) != null) {
            problems.add(
                    new RuleProblem(at(name), "twice", line(key), "'%s' is there twice: keep one".formatted(name)));
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Says that something about the whole mapping is wrong. */
    void wrong(String code, String message) {
        problems.add(new RuleProblem(pointer, code, line, message));
    }

    /** A text that must be there. */
    Optional<Text> text(String name, int longest) {
        if (!has(name)) {
            problems.add(new RuleProblem(at(name), "required", line, "'%s' is missing: add it".formatted(name)));
        }
        return optionalText(name, longest);
    }

    Optional<Text> optionalText(String name, int longest) {
        return Optional.ofNullable(values.get(name)).flatMap(value -> text(value, at(name), longest));
    }

    /** A list of texts; none where the field is missing. */
    List<Text> texts(String name, int most, int longest) {
        Node value = values.get(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof SequenceNode sequence)) {
            problems.add(new RuleProblem(at(name), "type", line(value), "'%s' must be a list".formatted(name)));
            return List.of();
        }
        if (sequence.getValue().isEmpty() || sequence.getValue().size() > most) {
            String message = "'%s' must have 1 to %d entries".formatted(name, most);
            problems.add(new RuleProblem(at(name), "size", line(value), message));
            return List.of();
        }
        var texts = new ArrayList<Text>();
        for (int index = 0; index < sequence.getValue().size(); index++) {
            text(sequence.getValue().get(index), at(name) + "/" + index, longest)
                    .ifPresent(texts::add);
        }
        return texts;
    }

    /** The fields of a mapping below this one. */
    Optional<Fields> below(String name, Set<String> known) {
        return Optional.ofNullable(values.get(name)).map(value -> new Fields(value, at(name), known, problems));
    }

    private Optional<Text> text(Node node, String at, int longest) {
        if (!(node instanceof ScalarNode scalar) || !scalar.getTag().equals(Tag.STR)) {
            problems.add(new RuleProblem(at, "type", line(node), "this must be a text: put it in quotes"));
            return Optional.empty();
        }
        var text = new Text(scalar.getValue(), at, line(node));
        if (text.value().isBlank() || text.value().length() > longest) {
            problems.add(text.problem("size", "this must have 1 to %,d characters".formatted(longest)));
            return Optional.empty();
        }
        if (text.value().codePoints().anyMatch(Fields::isHidden)) {
            problems.add(text.problem("hidden", "this holds a character that cannot be seen: take it out"));
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE -> true;
            case Character.CONTROL -> codePoint != '\n' && codePoint != '\t';
            default -> false;
        };
    }

    private String at(String name) {
        return pointer + "/" + name;
    }

    private static String shown(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "…" : name;
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
