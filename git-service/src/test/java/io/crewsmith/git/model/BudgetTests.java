package io.crewsmith.git.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who may ask a forge when. */
class BudgetTests {

    private final PassingTime clock = new PassingTime();
    private final Budget budget = new Budget(new Limits(10, 30, 2), clock);

    @Test
    void aFifthOfEachWindowIsKeptForReleases() {
        assertThat(taken(Lane.REVIEW, 20)).isEqualTo(8);
        assertThat(taken(Lane.RELEASE, 20)).isEqualTo(2);
        assertThat(budget.used()).isEqualTo(10);
    }

    @Test
    void thePauseIsExactlyUntilTheWindowOpens() {
        taken(Lane.RELEASE, 1);
        clock.pass(Duration.ofSeconds(15));
        taken(Lane.RELEASE, 9);

        assertThat(budget.pause(Lane.RELEASE, true)).isEqualTo(Duration.ofSeconds(45));
        clock.pass(Duration.ofSeconds(44));
        assertThat(taken(Lane.RELEASE, 1)).isZero();
        clock.pass(Duration.ofSeconds(1));
        assertThat(taken(Lane.RELEASE, 5)).isEqualTo(1);
    }

    @Test
    void theHourIsKeptToAsWell() {
        for (int minute = 0; minute < 3; minute++) {
            assertThat(taken(Lane.RELEASE, 10)).isEqualTo(10);
            clock.pass(Duration.ofMinutes(1));
        }

        assertThat(budget.pause(Lane.RELEASE, true)).isEqualTo(Duration.ofMinutes(57));
        assertThat(budget.pause(Lane.REVIEW, true)).isEqualTo(Duration.ofMinutes(57));
    }

    @Test
    void whatOnlyReadsIsNotCounted() {
        taken(Lane.RELEASE, 10);

        assertThat(budget.take(Lane.REVIEW, false)).isZero();
        assertThat(budget.used()).isEqualTo(10);
    }

    @Test
    void notMoreAreUnderWayThanMayBe() {
        budget.take(Lane.REVIEW, false);
        budget.take(Lane.REVIEW, false);

        assertThat(budget.take(Lane.RELEASE, false)).isPositive();
        budget.answered();
        assertThat(budget.take(Lane.RELEASE, false)).isZero();
    }

    @Test
    void aSilenceThatWasAskedForIsForEverybodyAndTheLongerOneCounts() {
        budget.close(Duration.ofSeconds(30));
        budget.close(Duration.ofSeconds(10));

        assertThat(budget.take(Lane.RELEASE, false)).isEqualTo(Duration.ofSeconds(30));
        clock.pass(Duration.ofSeconds(30));
        assertThat(budget.take(Lane.RELEASE, false)).isZero();
    }

    @Test
    void limitsWithoutRoomForEverybodyAreRefused() {
        assertThatThrownBy(() -> new Limits(4, 500, 1))
                .hasMessage("Limits must be 5 or more a minute and an hour, and 1 or more at once, not 4, 500 and 1");
    }

    private int taken(Lane lane, int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            if (budget.take(lane, true).isZero()) {
                budget.answered();
                taken++;
            }
        }
        return taken;
    }
}
