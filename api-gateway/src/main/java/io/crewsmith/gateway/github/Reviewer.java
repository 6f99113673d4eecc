package io.crewsmith.gateway.github;

import java.util.List;

/**
 * Who decides.
 *
 * @param name what the audit trail calls the user
 * @param roles what the user may do: REVIEWER, ADMIN …
 */
public record Reviewer(String name, List<String> roles) {

    private static final List<String> MAY_REVIEW = List.of("REVIEWER", "ADMIN");

    public Reviewer {
        roles = List.copyOf(roles);
    }

    boolean mayReview() {
        return roles.stream().anyMatch(MAY_REVIEW::contains);
    }
}
