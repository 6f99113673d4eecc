package io.crewsmith.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.system.Api.Answer;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Each service alone in a process of its own, started from its own jar with the settings of the compose file. */
class SeparateProcessesTests {

    private final Fleet fleet = Fleet.of(1);

    @Test
    void theWholeStoryHolds() throws IOException {
        Journey journey = new Journey(fleet).save();
        String first = journey.propose();
        Answer firstDeployed = journey.approve(first);
        String firstCode = firstDeployed.text("/generated_code");
        assertThat(journey.activeCode(firstDeployed)).isEqualTo(firstCode);
        assertThat(MainBranch.of(fleet).text(firstDeployed)).isEqualTo(firstCode);

        String second = journey.change().propose();
        Answer secondDeployed = journey.approve(second);
        String secondCode = secondDeployed.text("/generated_code");
        assertThat(secondCode).isNotEqualTo(firstCode);
        assertThat(journey.activeCode(secondDeployed)).isEqualTo(secondCode);
        assertThat(MainBranch.of(fleet).text(secondDeployed)).isEqualTo(secondCode);

        Answer rolledBack = journey.rollBack(second);
        assertThat(rolledBack.text("/deployment_status")).isEqualTo("rolled_back");
        assertThat(journey.deployment(first).body().at("/is_active").asBoolean())
                .isTrue();
        assertThat(journey.activeCode(firstDeployed)).isEqualTo(firstCode);
        assertThat(MainBranch.of(fleet).text(firstDeployed)).isEqualTo(firstCode);
    }

    @Test
    void theImagesHealthCheckAgreesWithEachOfThem() throws Exception {
        for (ServiceProcess service : fleet.instances()) {
            assertThat(healthCheck(service.address())).as(service.service()).isZero();
        }
        assertThat(healthCheck(URI.create("http://127.0.0.1:1"))).isNotZero();
    }

    private static int healthCheck(URI service) throws IOException, InterruptedException {
        Process check = new ProcessBuilder(
                        ComposeFile.ROOT.resolve("deploy/healthy").toString(), "" + service.getPort())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(check.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return check.exitValue();
    }
}
