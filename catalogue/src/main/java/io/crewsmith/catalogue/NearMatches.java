package io.crewsmith.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Names what somebody may have meant. */
public final class NearMatches {

    private static final double NEAR = 0.8;
    private static final int MOST = 3;

    private NearMatches() {}

    /** The known names that come near the name, the nearest first; 3 at most. */
    public static List<String> of(String name, Collection<String> known) {
        var similarity = new JaroWinklerSimilarity();
        String lower = name.toLowerCase(Locale.ROOT);
        Comparator<String> nearest =
                Comparator.comparingDouble(candidate -> -similarity.apply(lower, candidate.toLowerCase(Locale.ROOT)));
        return known.stream()
                .filter(candidate -> similarity.apply(lower, candidate.toLowerCase(Locale.ROOT)) >= NEAR)
                .sorted(nearest.thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    static String sentence(String what, String name, Collection<String> known) {
        List<String> near = of(name, known);
        String said = "There is no %s %s.".formatted(what, Quoted.of(name));
        return near.isEmpty() ? said : said + " Did you mean %s?".formatted(String.join(" or ", near));
    }
}
