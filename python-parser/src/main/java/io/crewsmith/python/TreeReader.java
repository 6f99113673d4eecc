package io.crewsmith.python;

import com.oracle.graal.python.pegparser.sst.ConstantValue;
import com.oracle.graal.python.pegparser.sst.SSTNode;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the nodes of the internal tree hold, field by field. Reading all public fields of whatever node there is means
 * that no part of a source can be forgotten, also when a new version of the parser adds one.
 */
final class TreeReader {

    private static final Map<Class<?>, List<Field>> FIELDS = new ConcurrentHashMap<>();

    private TreeReader() {}

    /** CPython's name of the node. */
    static String kind(SSTNode node) {
        String name = node.getClass().getSimpleName();
        return name.endsWith("Ty") ? name.substring(0, name.length() - 2) : name;
    }

    static List<SSTNode> children(SSTNode node) {
        List<SSTNode> children = new ArrayList<>();
        values(node).forEach(value -> {
            switch (value) {
                case SSTNode child -> children.add(child);
                case SSTNode[] several ->
                    Arrays.stream(several).filter(each -> each != null).forEach(children::add);
                default -> {}
            }
        });
        return children;
    }

    /** Identifiers that the node mentions itself, as the parser left them. */
    static List<String> names(SSTNode node) {
        List<String> names = new ArrayList<>();
        values(node).forEach(value -> {
            switch (value) {
                case String name -> names.add(name);
                case String[] several -> names.addAll(Arrays.asList(several));
                default -> {}
            }
        });
        return names;
    }

    /** Constants outside of {@code Constant} nodes: those of patterns. */
    static List<ConstantValue> constants(SSTNode node) {
        return values(node).stream()
                .filter(ConstantValue.class::isInstance)
                .map(ConstantValue.class::cast)
                .toList();
    }

    private static List<Object> values(SSTNode node) {
        List<Object> values = new ArrayList<>();
        for (Field field : FIELDS.computeIfAbsent(node.getClass(), TreeReader::fields)) {
            Object value = value(field, node);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private static List<Field> fields(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .filter(field -> !field.getName().equals("typeComment"))
                .toList();
    }

    private static @Nullable Object value(Field field, SSTNode node) {
        try {
            return field.get(node);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("A public field of a public class is not readable: " + field, e);
        }
    }
}
