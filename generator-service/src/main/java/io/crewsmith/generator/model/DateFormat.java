package io.crewsmith.generator.model;

import java.util.Map;
import java.util.regex.Pattern;

/** Formats of dates as strftime has them; {@code YYYY-MM-DD} would give no date. */
final class DateFormat {

    private static final Map<String, String> CODES =
            Map.of("YYYY", "%Y", "MM", "%m", "DD", "%d", "HH", "%H", "mm", "%M", "ss", "%S");

    // In one pass: a code may hold what another word is made of.
    private static final Pattern WORD = Pattern.compile("YYYY|MM|DD|HH|mm|ss");

    // CrewAI says no date at all where a format has none of these.
    private static final Pattern KNOWN_TO_CREWAI = Pattern.compile("%[YmdHMSBbAa]");

    private DateFormat() {}

    /** Whether CrewAI says a date in this format of strftime. */
    static boolean isSaid(String strftime) {
        return KNOWN_TO_CREWAI.matcher(strftime).find();
    }

    static String strftime(String format) {
        if (format.contains("%")) {
            return format;
        }
        return WORD.matcher(format).replaceAll(word -> CODES.getOrDefault(word.group(), word.group()));
    }
}
