package io.crewsmith.gateway;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Revisions as entity tags (RFC 9110, 8.8.3). */
final class Revisions {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"?([0-9]{1,9})\"?");

    private Revisions() {}

    static String etag(int revision) {
        return "\"%d\"".formatted(revision);
    }

    /** The revision that an {@code If-Match} names; null where any will do. */
    static @Nullable Integer expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw new RefusedRequest(
                    ProblemType.STALE,
                    "If-Match must be the ETag of the agent as you read it, but is %s.".formatted(ifMatch));
        }
        return Integer.valueOf(tag.group(1));
    }
}
