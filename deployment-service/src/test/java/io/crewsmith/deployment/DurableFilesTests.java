package io.crewsmith.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DurableFilesTests {

    private static final Path FILE = Path.of("app/agents/market_analyst.py");

    @TempDir
    private Path temporary;

    private Path root;
    private Path victim;
    private DurableFiles files;

    @BeforeEach
    void open() throws IOException {
        root = Files.createDirectory(temporary.resolve("deployments"));
        victim = Files.createDirectory(temporary.resolve("elsewhere"));
        files = new DurableFiles(root);
    }

    @Test
    void aReaderSeesTheOldFileOrTheNewOneAndNeverHalfOfOne() throws Exception {
        String old = "a".repeat(200_000);
        String young = "b".repeat(200_000);
        files.write(FILE, old.getBytes(UTF_8));
        Set<String> seen = new HashSet<>();
        try (var writer = Executors.newSingleThreadExecutor()) {
            Callable<Boolean> writing = () -> {
                for (int i = 0; i < 50; i++) {
                    files.write(FILE, (i % 2 == 0 ? young : old).getBytes(UTF_8));
                }
                return true;
            };
            Future<Boolean> done = writer.submit(writing);
            do {
                seen.add(Files.readString(root.resolve(FILE)));
            } while (!done.isDone());
            assertThat(done.get()).isTrue();
        }
        assertThat(seen).isSubsetOf(old, young);
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "app/agents"})
    void aFolderThatIsALinkIsNotFollowed(String folder) throws IOException {
        Path link = root.resolve(folder);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, victim);

        assertThatThrownBy(() -> files.write(FILE, new byte[1]))
                .isInstanceOf(IOException.class)
                .hasMessage("%s is a link, and nothing is written through links", link);
        assertThat(victim).isEmptyDirectory();
    }

    @Test
    void aFileThatIsALinkIsNotFollowed() throws IOException {
        Path precious = Files.writeString(victim.resolve("precious"), "precious");
        Files.createDirectories(root.resolve(FILE).getParent());
        Files.createSymbolicLink(root.resolve(FILE), precious);

        assertThatThrownBy(() -> files.write(FILE, new byte[1])).hasMessageContaining("is a link");
        assertThat(precious).hasContent("precious");
    }

    @Test
    void aLinkUnderTheTemporaryNameIsNotFollowed() throws IOException {
        Path precious = Files.writeString(victim.resolve("precious"), "precious");
        Files.createDirectories(root.resolve(FILE).getParent());
        Files.createSymbolicLink(root.resolve(FILE).resolveSibling(".market_analyst.py.new"), precious);

        files.write(FILE, "code".getBytes(UTF_8));

        assertThat(precious).hasContent("precious");
        assertThat(root.resolve(FILE)).hasContent("code").isRegularFile();
    }

    @Test
    void theFolderItselfMayBeReachedByALink() throws IOException {
        Path volume = Files.createDirectory(temporary.resolve("volume"));
        Path link = Files.createSymbolicLink(temporary.resolve("mounted"), volume);

        new DurableFiles(link).write(FILE, "code".getBytes(UTF_8));

        assertThat(volume.resolve(FILE)).hasContent("code");
    }

    @Test
    void theFolderIsASettingWithoutADefault() {
        var properties = new MapConfigurationPropertySource();
        assertThatThrownBy(() -> new Binder(properties).bindOrCreate("crewsmith.deployment", DeploymentSettings.class))
                .rootCause()
                .hasMessage("crewsmith.deployment.folder is missing; name the deployment folder");

        properties.put("crewsmith.deployment.folder", "/srv/deployments");

        assertThat(new Binder(properties)
                        .bind("crewsmith.deployment", DeploymentSettings.class)
                        .get())
                .isEqualTo(new DeploymentSettings(Path.of("/srv/deployments")));
    }
}
