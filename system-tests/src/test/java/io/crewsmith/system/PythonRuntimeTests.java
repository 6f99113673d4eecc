package io.crewsmith.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The Python package that deployed agents import has tests of its own, in Python. */
class PythonRuntimeTests {

    private static final String PYTHON =
            Optional.ofNullable(System.getenv("CREWSMITH_PYTHON")).orElse("python3");

    @Test
    void itsOwnTestsPass() throws Exception {
        assumeTrue(isThere(), PYTHON + " was not found: the tests of python-runtime did not run");

        Process tests = new ProcessBuilder(PYTHON, "-m", "unittest", "discover", "-s", "tests")
                .directory(Path.of("../python-runtime").toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(tests.getInputStream().readAllBytes(), UTF_8);

        assertThat(tests.waitFor()).as(output).isZero();
        assertThat(output).containsPattern("Ran [1-9][0-9]* test").contains("OK");
    }

    private static boolean isThere() throws InterruptedException {
        try {
            return new ProcessBuilder(PYTHON, "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
