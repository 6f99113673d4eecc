package io.crewsmith.review;

import io.crewsmith.review.model.AutoMerge;
import io.crewsmith.review.model.Requirement;
import io.crewsmith.review.model.ReviewPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the review service.
 *
 * @param policies who must approve which code; where none fits, one person who may review
 * @param autoMerge whether code of low risk, which no policy asks more than one plain approval for, goes on without a
 *     person once its scan passed, and its checks where a policy asks for them
 * @param risk what counts as risk
 * @param remindAfter how long a review may wait before somebody is reminded of it, more than 0
 */
@ConfigurationProperties("crewsmith.review")
record ReviewSettings(
        @DefaultValue List<Policy> policies,
        @DefaultValue("false") boolean autoMerge,
        @DefaultValue RiskSettings risk,
        @DefaultValue("24h") Duration remindAfter) {

    ReviewSettings {
        policies = List.copyOf(policies);
        if (!remindAfter.isPositive()) {
            throw new IllegalArgumentException("crewsmith.review.remind-after must be more than 0, such as 24h");
        }
    }

    /**
     * One of them; of several for the same code all hold.
     *
     * @param path glob for paths inside the deployment, such as {@code app/crews/**}; none: every path
     * @param department id of the department that the configuration names; none: every one
     * @param approvals how many people, 1 to 10
     * @param roles of which each must be among them: REVIEWER, OPERATOR, ADMIN …
     * @param checks whether the checks of continuous integration must pass
     */
    record Policy(
            @Nullable String path,
            @Nullable String department,
            @DefaultValue("1") int approvals,
            @DefaultValue Set<String> roles,
            @DefaultValue("false") boolean checks) {

        ReviewPolicy.Rule rule() {
            return new ReviewPolicy.Rule(path, department, new Requirement(approvals, roles, checks));
        }
    }

    ReviewTerms terms() {
        return new ReviewTerms(policy(), new AutoMerge(autoMerge));
    }

    ReviewPolicy policy() {
        return new ReviewPolicy(policies.stream().map(Policy::rule).toList());
    }
}
