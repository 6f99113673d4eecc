package io.crewsmith.github;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Which part of a list is asked for. */
record StandInPage(int size, int number) {

    static StandInPage of(Map<String, String> query) {
        return new StandInPage(
                Integer.parseInt(query.getOrDefault("per_page", "30")),
                Integer.parseInt(query.getOrDefault("page", "1")));
    }

    <T> List<T> of(Collection<T> all) {
        return all.stream().skip((number - 1L) * size).limit(size).toList();
    }
}
