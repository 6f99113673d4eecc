package io.crewsmith.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.Parameter;
import io.crewsmith.catalogue.json.Catalogues;
import io.crewsmith.review.ReviewSettings.Policy;
import io.crewsmith.review.model.Requirement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Tests for {@link ReviewSettings}. */
class ReviewSettingsTests {

    @Test
    void onePersonIsEnoughByDefault() {
        assertThat(bound(Map.of()).policy().requirement(List.of("app/agents/analyst.py"), null))
                .isEqualTo(Requirement.ONE);
    }

    @Test
    void everyPropertyIsMapped() {
        assertThat(bound(Map.of(
                        "crewsmith.review.policies[0].path", "app/crews/**",
                        "crewsmith.review.policies[0].department", "finance",
                        "crewsmith.review.policies[0].approvals", "2",
                        "crewsmith.review.policies[0].roles", "ADMIN",
                        "crewsmith.review.policies[0].checks", "true",
                        "crewsmith.review.auto-merge", "true",
                        "crewsmith.review.risk.low", "goal",
                        "crewsmith.review.risk.high", "tools,verbose",
                        "crewsmith.review.remind-after", "2h")))
                .isEqualTo(new ReviewSettings(
                        List.of(new Policy("app/crews/**", "finance", 2, Set.of("ADMIN"), true)),
                        true,
                        new RiskSettings(Set.of("goal"), Set.of("tools", "verbose")),
                        Duration.ofHours(2)));
    }

    @Test
    void noCodeGoesOnWithoutAPersonByDefault() {
        assertThat(bound(Map.of()).autoMerge()).isFalse();
    }

    @Test
    void everyParameterThatIsCalledRiskyByDefaultIsOneOfTheCatalogue() {
        RiskSettings risk = bound(Map.of()).risk();
        Catalogue catalogue = Catalogues.crewAi130();

        assertThat(Arrays.stream(Kind.values())
                        .flatMap(kind -> catalogue.parameters(kind).stream())
                        .map(Parameter::name))
                .containsAll(risk.low())
                .containsAll(risk.high());
    }

    @Test
    void aParameterCannotBeBothHarmlessAndDangerous() {
        RiskSettings risk = bound(Map.of("crewsmith.review.risk.low", "tools")).risk();

        assertThatThrownBy(risk::rules).hasMessage("A parameter is of low or of high risk, not of both: tools");
    }

    @Test
    void aReviewIsRemindedOfAfterADayByDefaultAndNeverAtOnce() {
        assertThat(bound(Map.of()).remindAfter()).isEqualTo(Duration.ofDays(1));
        assertThatThrownBy(() -> bound(Map.of("crewsmith.review.remind-after", "0s")))
                .rootCause()
                .hasMessage("crewsmith.review.remind-after must be more than 0, such as 24h");
    }

    @Test
    void aPolicyThatNobodyCanMeetIsRefused() {
        ReviewSettings settings = bound(Map.of("crewsmith.review.policies[0].approvals", "0"));

        assertThatThrownBy(settings::policy).hasMessage("approvals must be 1 to 10, not 0");
    }

    private static ReviewSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("crewsmith.review", ReviewSettings.class);
    }
}
