package io.crewsmith.git.model;

import org.jspecify.annotations.Nullable;

/**
 * A pull request that is to be opened.
 *
 * @param branch that it shows
 * @param head id of the commit that we brought there, 40 hex digits; what others put on top of it is not ours
 * @param title in one line
 * @param body in Markdown
 * @param page where Crewsmith shows more of it; null where nobody said
 */
public record Draft(
        String branch,
        String head,
        String title,
        String body,
        @Nullable String page) {}
