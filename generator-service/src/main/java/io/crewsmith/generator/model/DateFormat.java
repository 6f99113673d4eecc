package io.crewsmith.generator.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Formats of dates as strftime has them; {@code YYYY-MM-DD} would give no date. */
final class DateFormat {

    private static final Map<String, String> CODES = new LinkedHashMap<>();

    static {
        CODES.put("YYYY", "%Y");
        CODES.put("MM", "%m");
        CODES.put("DD", "%d");
        CODES.put("HH", "%H");
        CODES.put("mm", "%M");
        CODES.put("ss", "%S");
    }

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
        String result = format;
        for (Map.Entry<String, String> code : CODES.entrySet()) {
            result = result.replace(code.getKey(), code.getValue());
        }
        return result;
    }
}
