package io.crewsmith.review.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer says.
 *
 * @param roles what the reviewer's token said
 * @param codeDigest the code that was read; null where the reviewer does not say
 */
public record Judgement(
        String reviewer,
        Set<String> roles,
        ReviewDecision decision,
        @Nullable String codeDigest) {

    public Judgement {
        roles = Set.copyOf(roles);
    }

    Approval approval() {
        return new Approval(reviewer, roles);
    }
}
