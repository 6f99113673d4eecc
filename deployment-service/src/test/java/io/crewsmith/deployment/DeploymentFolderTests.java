package io.crewsmith.deployment;

import static io.crewsmith.deployment.model.Releases.KEY;
import static io.crewsmith.deployment.model.Releases.MODULE;
import static io.crewsmith.deployment.model.Releases.code;
import static io.crewsmith.deployment.model.Releases.owner;
import static io.crewsmith.deployment.model.Releases.release;
import static io.crewsmith.deployment.model.Releases.restoring;
import static io.crewsmith.deployment.model.Releases.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crewsmith.deployment.model.Activation.Repeat;
import io.crewsmith.deployment.model.Activation.Write;
import io.crewsmith.deployment.model.ActivationRules;
import io.crewsmith.deployment.model.Manifest;
import io.crewsmith.deployment.model.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentFolderTests {

    @TempDir
    private Path root;

    private DeploymentFolder folder;
    private Path manifest;

    @BeforeEach
    void open() {
        folder = new DeploymentFolder(new DeploymentSettings(root));
        manifest = root.resolve("manifests/agents/market-analyst.json");
    }

    @Test
    void aReleaseBecomesTheModuleThatIsImported() throws IOException {
        activate(release(1));

        assertThat(root.resolve(MODULE)).hasContent(code(1));
        assertThat(root.resolve("app/__init__.py")).isEmptyFile();
        assertThat(root.resolve("app/agents/__init__.py")).isEmptyFile();
        assertThat(manifest)
                .hasContent("""
                {
                  "eventId" : "event-1",
                  "ownerId" : "0199f3a2-0000-7000-8000-00000000aaaa",
                  "key" : "market-analyst",
                  "activeRunId" : "%s",
                  "previousRunId" : null,
                  "path" : "app/agents/market_analyst.py",
                  "digest" : "%s",
                  "mergedAt" : "2026-03-01T12:01:00Z"
                }
                """.formatted(run(1), release(1).module().digest()));
    }

    @Test
    void aNewerReleaseReplacesTheOneBeforeAndBothAreKept() throws IOException {
        activate(release(1));
        activate(release(2));

        assertThat(root.resolve(MODULE)).hasContent(code(2));
        assertThat(kept(1)).hasContent(code(1));
        assertThat(kept(2)).hasContent(code(2));
        assertThat(folder.manifest(owner(KEY)))
                .extracting(Manifest::previousRunId)
                .isEqualTo(run(1));
    }

    @Test
    void aRollbackBringsTheEarlierBytesBack() throws IOException {
        activate(release(1));
        activate(release(2));

        activate(restoring(1, 3));

        assertThat(root.resolve(MODULE)).hasContent(code(1));
        assertThat(folder.manifest(owner(KEY)))
                .extracting(Manifest::activeRunId)
                .isEqualTo(run(1));
    }

    @Test
    void aRepeatPutsRightWhatSomebodyAltered() throws IOException {
        activate(release(1));
        Files.writeString(root.resolve(MODULE), "by hand");

        activate(release(1));

        assertThat(root.resolve(MODULE)).hasContent(code(1));
    }

    /** The files in the order in which an activation writes them; killed after each of them, and in the midst of each. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "versions/agents/market-analyst/%s/market_analyst.py",
                MODULE,
                "manifests/agents/market-analyst.json"
            })
    void whatAKilledProcessLeftIsFinishedByTheRepeat(String lastFile) throws IOException {
        activate(release(1));
        byte[] before = Files.readAllBytes(manifest);
        activate(release(2));
        Path last = root.resolve(lastFile.formatted(run(2)));
        if (!last.equals(manifest)) {
            Files.write(manifest, before);
        }
        Files.writeString(last.resolveSibling("." + last.getFileName() + ".new"), "half a f");

        activate(release(2));

        assertThat(root.resolve(MODULE)).hasContent(code(2));
        assertThat(folder.manifest(owner(KEY))).isEqualTo(Manifest.after(release(2), Manifest.after(release(1), null)));
        assertThat(last.resolveSibling("." + last.getFileName() + ".new")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "[1]", "{\"agentKey\": \"report-writer\"}"})
    void aManifestThatCannotBeReadStopsTheDeploymentInsteadOfBeingGuessed(String text) throws IOException {
        activate(release(1));
        Files.writeString(manifest, text);

        assertThatThrownBy(() -> activate(release(2)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(manifest + " is not ")
                .hasMessageEndingWith("; repair or remove it");
        assertThat(root.resolve(MODULE)).hasContent(code(1));
    }

    private void activate(Release release) throws IOException {
        switch (new ActivationRules().decide(release, folder.manifest(release.owner()), folder::isThere)) {
            case Write(Manifest next) -> folder.activate(release, next);
            case Repeat(Manifest current) -> folder.activate(release, current);
            default -> throw new AssertionError("refused");
        }
    }

    private Path kept(int number) {
        return root.resolve("versions/agents/market-analyst/%s/market_analyst.py".formatted(run(number)));
    }
}
