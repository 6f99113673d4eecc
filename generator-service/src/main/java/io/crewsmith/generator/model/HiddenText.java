package io.crewsmith.generator.model;

import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.Warning;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Warns of texts in which a reader does not see everything: marks that reorder, join, or have no width. */
final class HiddenText {

    private static final int JOINER = 0x200D;
    private static final int NON_JOINER = 0x200C;

    private HiddenText() {}

    /** A warning for each parameter with such a text; its name begins with the prefix. */
    static List<Warning> warnings(String prefix, Configuration configuration) {
        List<Warning> warnings = new ArrayList<>();
        configuration.values().forEach((name, value) -> collect(prefix + name, value, warnings));
        return warnings;
    }

    private static void collect(String parameter, @Nullable Object value, List<Warning> warnings) {
        switch (value) {
            case String text -> warn(parameter, text, warnings);
            case Map<?, ?> section ->
                section.forEach((name, part) -> collect("%s.%s".formatted(parameter, name), part, warnings));
            case Collection<?> list -> list.forEach(part -> collect(parameter, part, warnings));
            case null, default -> {}
        }
    }

    private static void warn(String parameter, String text, List<Warning> warnings) {
        int[] points = text.codePoints().toArray();
        String hidden = IntStream.range(0, points.length)
                .filter(index -> isHidden(points[index], index == 0 ? ' ' : points[index - 1]))
                .mapToObj(index -> "U+%04X".formatted(points[index]))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        if (!hidden.isEmpty()) {
            warnings.add(new Warning(
                    parameter, "It holds what nobody sees: %s.".formatted(hidden), "the same, escaped in the code"));
        }
    }

    /** Joiners belong to emoji and to scripts other than Latin; behind ASCII they only hide. */
    private static boolean isHidden(int point, int before) {
        return Character.getType(point) == Character.FORMAT
                && !((point == JOINER || point == NON_JOINER) && !RawText.isAscii(before));
    }
}
