package io.crewsmith.review.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who must approve.
 *
 * @param approvals how many people, 1 to 10
 * @param roles of which each must be among them
 */
public record Requirement(int approvals, Set<String> roles) {

    /** One person who may review. */
    public static final Requirement ONE = new Requirement(1, Set.of());

    private static final int MOST = 10;

    public Requirement {
        if (approvals < 1 || approvals > MOST) {
            throw new IllegalArgumentException("approvals must be 1 to %d, not %d".formatted(MOST, approvals));
        }
        roles = Set.copyOf(roles);
    }

    /** What holds where both do. */
    Requirement and(Requirement other) {
        Set<String> all = new TreeSet<>(roles);
        all.addAll(other.roles);
        return new Requirement(Math.max(approvals, other.approvals), all);
    }

    /** What these approvals leave open, in words; empty where they suffice. */
    public List<String> missing(Collection<Approval> given) {
        List<String> missing = new ArrayList<>();
        int more = approvals - given.size();
        if (more > 0) {
            missing.add(more == 1 ? "1 more approval" : "%d more approvals".formatted(more));
        }
        roles.stream()
                .sorted()
                .filter(role ->
                        given.stream().noneMatch(approval -> approval.roles().contains(role)))
                .forEach(role -> missing.add("an approval by somebody with the role " + role));
        return missing;
    }
}
