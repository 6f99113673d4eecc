package io.crewsmith.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * Where a parameter goes.
 *
 * @param column that keeps its value, in the table of its kind; empty where only the revision's text does
 * @param rendered how the code says it, for people, in Markdown; empty for a part of something that is said elsewhere
 * @param since the first version of the target for which this catalogue has it
 * @param deprecated the version of the target that announced its end; null where none did
 */
public record Destination(
        String column,
        String rendered,
        String since,
        @Nullable String deprecated) {}
