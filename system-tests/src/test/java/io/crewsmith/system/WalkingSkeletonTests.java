package io.crewsmith.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.standalone.demo.DemoCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The story that {@code ./crewsmith demo} tells, with the agents of {@code examples/}: each of its claims is checked. */
class WalkingSkeletonTests {

    @Test
    void theWholeStoryHolds() {
        var output = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        int exitCode;
        try {
            exitCode = new CommandLine(new DemoCommand()).execute("--examples", "../examples");
        } finally {
            System.setOut(out);
        }
        String story = output.toString(StandardCharsets.UTF_8);

        assertThat(exitCode).as(story).isZero();
        assertThat(story)
                .containsSubsequence(
                        "AgentSaved",
                        "CodeGenerated",
                        "ScanCompleted",
                        "ReviewRequested",
                        "BranchPushed",
                        "ReviewApproved",
                        "Merged",
                        "Deployed",
                        "RollbackApproved",
                        "Merged",
                        "RolledBack",
                        "the chain holds",
                        "The whole story held.");
    }
}
