package io.crewsmith.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimePackageTests {

    @TempDir
    private Path folder;

    @Test
    void whatModulesMayImportLiesBesideThem() throws IOException {
        new RuntimePackage(new DeploymentSettings(folder)).install();

        try (var files = Files.list(Path.of("../python-runtime/crewsmith_runtime"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".py")))
                    .hasSizeGreaterThan(4)
                    .allSatisfy(file -> assertThat(
                                    folder.resolve("crewsmith_runtime").resolve(file.getFileName()))
                            .hasSameTextualContentAs(file));
        }
    }

    @Test
    void whatItsOwnersChangedStays() throws IOException {
        Path tools = folder.resolve("crewsmith_runtime/tools.py");
        Files.createDirectories(tools.getParent());
        Files.writeString(tools, "# ours\n");

        new RuntimePackage(new DeploymentSettings(folder)).install();

        assertThat(tools).hasContent("# ours\n");
        assertThat(folder.resolve("crewsmith_runtime/knowledge.py")).exists();
    }
}
