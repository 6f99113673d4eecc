package io.crewsmith.reader.proof;

import io.crewsmith.catalogue.Configuration;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Formats of dates: CrewAI takes strftime's codes, and says no date in a format with none of those it looks for. */
final class DateFacts {

    private static final Pattern WORD = Pattern.compile("YYYY|MM|DD|HH|mm|ss");
    private static final String LOOKED_FOR = "YmdHMSBbAa";

    private DateFacts() {}

    /** The format in strftime's codes; null where it is not said. */
    static @Nullable String format(Configuration agent) {
        String format = agent.text("date_format");
        if (format == null || !agent.flag("inject_date")) {
            return null;
        }
        String codes = format.indexOf('%') >= 0 ? format : WORD.matcher(format).replaceAll(DateFacts::code);
        return isSaid(codes) ? codes : null;
    }

    private static String code(MatchResult word) {
        return Matcher.quoteReplacement(
                switch (word.group()) {
                    case "YYYY" -> "%Y";
                    case "MM" -> "%m";
                    case "DD" -> "%d";
                    case "HH" -> "%H";
                    case "mm" -> "%M";
                    default -> "%S";
                });
    }

    private static boolean isSaid(String codes) {
        for (int index = 0; index + 1 < codes.length(); index++) {
            if (codes.charAt(index) == '%' && LOOKED_FOR.indexOf(codes.charAt(index + 1)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
