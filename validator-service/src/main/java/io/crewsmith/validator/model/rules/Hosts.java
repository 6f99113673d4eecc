package io.crewsmith.validator.model.rules;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The hosts of addresses, and what is known of some of them; the lists are files. */
final class Hosts {

    private static final Pattern HOST = Pattern.compile("(?i)\\bhttps?://(?:[^\\s/@]*@)?([a-z0-9.-]+)");
    private static final List<String> PROVIDERS = NameList.lines("provider-hosts.txt");
    private static final List<String> DROP_POINTS = NameList.lines("drop-points.txt");

    private Hosts() {}

    /** The hosts of all addresses in a text. */
    static Stream<String> in(String text) {
        return HOST.matcher(text).results().map(match -> match.group(1).toLowerCase(Locale.ROOT));
    }

    /** Whether a provider of models or of searches answers there. */
    static boolean isProvider(String host) {
        return isOneOf(PROVIDERS, host);
    }

    /** Whether anybody can drop and pick up data there. */
    static boolean isDropPoint(String host) {
        return isOneOf(DROP_POINTS, host);
    }

    private static boolean isOneOf(List<String> known, String host) {
        return known.stream().anyMatch(name -> host.equals(name) || host.endsWith("." + name));
    }
}
