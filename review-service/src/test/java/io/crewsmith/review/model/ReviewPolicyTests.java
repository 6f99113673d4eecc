package io.crewsmith.review.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crewsmith.review.model.ReviewPolicy.Rule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests for {@link ReviewPolicy}. */
class ReviewPolicyTests {

    private static final List<String> AGENT = List.of("app/agents/analyst.py", "docs/agents/analyst.md");
    private static final List<String> CREW = List.of("app/crews/brief.py");
    private static final String FINANCE = "5f0c3b1e-6f4b-4a8e-9f5a-000000000001";

    private final ReviewPolicy policy = new ReviewPolicy(List.of(
            new Rule("app/crews/**", null, new Requirement(2, Set.of(), false)),
            new Rule(null, FINANCE, new Requirement(1, Set.of("ADMIN"), true))));

    @Test
    void onePersonIsEnoughWhereNoRuleSaysMore() {
        assertThat(policy.requirement(AGENT, null)).isEqualTo(Requirement.ONE);
    }

    @Test
    void aRuleIsAboutPaths() {
        assertThat(policy.requirement(CREW, null)).isEqualTo(new Requirement(2, Set.of(), false));
    }

    @Test
    void aRuleIsAboutADepartment() {
        assertThat(policy.requirement(AGENT, FINANCE)).isEqualTo(new Requirement(1, Set.of("ADMIN"), true));
    }

    @Test
    void ofSeveralRulesAllHold() {
        assertThat(policy.requirement(CREW, FINANCE)).isEqualTo(new Requirement(2, Set.of("ADMIN"), true));
    }

    @Test
    void aRuleThatCannotBeIsRefusedAtOnce() {
        assertThatThrownBy(() -> new Requirement(0, Set.of(), false)).hasMessage("approvals must be 1 to 10, not 0");
        assertThatThrownBy(() -> new Rule("app/[", null, Requirement.ONE)).isInstanceOf(IllegalArgumentException.class);
    }
}
