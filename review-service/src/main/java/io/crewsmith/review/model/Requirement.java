package io.crewsmith.review.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who must approve, and whether checks must.
 *
 * @param approvals how many people, 1 to 10
 * @param roles of which each must be among them
 * @param checks whether the checks of continuous integration must pass
 */
public record Requirement(int approvals, Set<String> roles, boolean checks) {

    /** One person who may review. */
    public static final Requirement ONE = new Requirement(1, Set.of(), false);

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
        return new Requirement(Math.max(approvals, other.approvals), all, checks || other.checks);
    }

    /** Whether it demands no more people than what is demanded of all code. */
    boolean isOnePlainApproval() {
        return approvals == ONE.approvals && roles.isEmpty();
    }

    /** Whether these checks are no hindrance. */
    boolean isMetBy(Checks reported) {
        return !checks || reported.result() == Checks.Result.PASSED;
    }

    /** What these approvals and checks leave open, in words; empty where they suffice. */
    public List<String> missing(Collection<Approval> given, Checks reported) {
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
        if (!isMetBy(reported)) {
            missing.add(reported.missing());
        }
        return missing;
    }
}
