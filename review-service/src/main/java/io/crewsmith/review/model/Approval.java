package io.crewsmith.review.model;

import java.util.Set;

/**
 * Somebody approved.
 *
 * @param roles what the reviewer's token said: REVIEWER, ADMIN …
 */
public record Approval(String reviewer, Set<String> roles) {

    public Approval {
        roles = Set.copyOf(roles);
    }
}
