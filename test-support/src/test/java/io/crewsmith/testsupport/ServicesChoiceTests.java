package io.crewsmith.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServicesChoiceTests {

    @Test
    void theEmbeddedServicesAreTheDefaultAndNeverAskForDocker() {
        assertThat(ServicesChoice.of(Optional.empty(), ServicesChoiceTests::nobodyAsks))
                .isEqualTo(ServicesChoice.EMBEDDED);
        assertThat(ServicesChoice.of(Optional.of("embedded"), ServicesChoiceTests::nobodyAsks))
                .isEqualTo(ServicesChoice.EMBEDDED);
    }

    @Test
    void containersNeedADockerEngineThatAnswers() {
        assertThat(ServicesChoice.of(Optional.of("containers"), () -> true)).isEqualTo(ServicesChoice.CONTAINERS);
        assertThatThrownBy(() -> ServicesChoice.of(Optional.of("containers"), () -> false))
                .hasMessage("CREWSMITH_TEST_SERVICES is \"containers\", but no Docker engine answers. Start one, or"
                        + " unset the variable to test on the embedded services.");
    }

    @Test
    void anotherWordIsRefused() {
        assertThatThrownBy(() -> ServicesChoice.of(Optional.of("docker"), ServicesChoiceTests::nobodyAsks))
                .hasMessage("CREWSMITH_TEST_SERVICES must be \"embedded\" or \"containers\", but is \"docker\".");
    }

    private static boolean nobodyAsks() {
        throw new AssertionError("Docker was looked for");
    }
}
