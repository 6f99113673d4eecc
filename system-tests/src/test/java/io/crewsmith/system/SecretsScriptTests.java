package io.crewsmith.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The passwords and tokens that the compose file mounts are made by a script, and are in no file of the repository. */
class SecretsScriptTests {

    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{64}");

    @TempDir
    private Path folder;

    private Path secrets;

    @BeforeEach
    void make() throws IOException, InterruptedException {
        secrets = folder.resolve("secrets");
        runScript();
    }

    @Test
    void onlyTheirOwnerGetsAtThem() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rwx------");
        assertThat(Files.readString(ComposeFile.ROOT.resolve(".gitignore"))).contains("deploy/secrets/");
        assertThat(Files.readString(ComposeFile.ROOT.resolve(".dockerignore"))).contains("deploy/secrets");
    }

    @Test
    void everyFileThatIsMountedIsMade() {
        assertThat(ComposeFile.content().path("secrets")).isNotEmpty().allSatisfy(secret -> {
            Path file = Path.of(secret.path("file").asString());
            assertThat(file.getParent()).isEqualTo(Path.of("./deploy/secrets"));
            assertThat(secrets.resolve(file.getFileName())).isNotEmptyFile();
        });
    }

    @Test
    void everyUserHasATokenOfTheirOwn() throws IOException {
        assertThat(TOKEN.matcher(users()).results().map(MatchResult::group))
                .hasSize(5)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsThereStays() throws IOException, InterruptedException {
        String before = users();

        runScript();

        assertThat(users()).isEqualTo(before);
    }

    private String users() throws IOException {
        return Files.readString(secrets.resolve("users.yaml"));
    }

    private void runScript() throws IOException, InterruptedException {
        Process script = new ProcessBuilder(
                        ComposeFile.ROOT.resolve("deploy/secrets.sh").toString(), secrets.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(script.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(script.exitValue()).isZero();
    }
}
