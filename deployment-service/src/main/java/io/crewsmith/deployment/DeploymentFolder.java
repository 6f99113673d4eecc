package io.crewsmith.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.crewsmith.deployment.model.Manifest;
import io.crewsmith.deployment.model.Owner;
import io.crewsmith.deployment.model.Release;
import io.crewsmith.deployment.model.ReleasedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder that Python imports from.
 *
 * <pre>
 * app/agents/market_analyst.py            the active version; its test and its page likewise
 * crewsmith_runtime/                      what it may import
 * manifests/agents/market-analyst.json    which one that is
 * versions/agents/market-analyst/&lt;run&gt;/…  every version that ever was active
 * </pre>
 */
final class DeploymentFolder {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final List<String> PACKAGES = List.of(
            "app/__init__.py",
            "app/agents/__init__.py",
            "app/crews/__init__.py",
            "tests/__init__.py",
            "tests/agents/__init__.py",
            "tests/crews/__init__.py");

    private final Path root;
    private final DurableFiles files;

    DeploymentFolder(DeploymentSettings settings) {
        this.root = settings.folder().toAbsolutePath().normalize();
        this.files = new DurableFiles(root);
    }

    Path resolve(String path) {
        return root.resolve(path);
    }

    boolean isThere(String path) {
        return Files.isRegularFile(resolve(path));
    }

    @Nullable
    Manifest manifest(Owner owner) throws IOException {
        Path file = root.resolve(manifestFile(owner));
        return Files.exists(file) ? read(file, owner.key()) : null;
    }

    /** What cannot be read is not guessed: it alone knows which decision came last. */
    private static Manifest read(Path file, String key) throws IOException {
        Manifest manifest;
        try {
            manifest = JSON.readValue(Files.readAllBytes(file), Manifest.class);
        } catch (JacksonException e) {
            throw new IOException("%s is not a manifest any more; repair or remove it".formatted(file), e);
        }
        if (manifest == null || !manifest.key().equals(key)) {
            throw new IOException("%s is not the manifest of %s; repair or remove it".formatted(file, key));
        }
        return manifest;
    }

    /** Keeps the version, makes it active, and says so in the manifest: in this order, so that a repeat finishes it. */
    void activate(Release release, Manifest manifest) throws IOException {
        for (String init : PACKAGES) {
            if (!Files.exists(resolve(init))) {
                files.write(Path.of(init), new byte[0]);
            }
        }
        Path version = Path.of(
                "versions", release.owner().room().folder(), release.owner().key(), release.codeRunId());
        for (ReleasedFile file : release.files()) {
            files.write(version.resolve(Path.of(file.path()).getFileName()), bytes(file));
        }
        for (ReleasedFile file : release.files()) {
            files.write(Path.of(file.path()), bytes(file));
        }
        files.write(manifestFile(release.owner()), JSON.writeValueAsBytes(manifest));
    }

    private static Path manifestFile(Owner owner) {
        return Path.of("manifests", owner.room().folder(), owner.key() + ".json");
    }

    private static byte[] bytes(ReleasedFile file) {
        return file.content().getBytes(UTF_8);
    }
}
