package io.crewsmith.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.crewsmith.deployment.model.Manifest;
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
 * app/agents/market_analyst.py        the active version
 * manifests/market-analyst.json       which one that is
 * versions/market-analyst/&lt;run&gt;/…      every version that ever was active
 * </pre>
 */
final class DeploymentFolder {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final List<String> PACKAGES = List.of("app/__init__.py", "app/agents/__init__.py");

    private final Path root;
    private final DurableFiles files;

    DeploymentFolder(DeploymentSettings settings) {
        this.root = settings.folder().toAbsolutePath().normalize();
        this.files = new DurableFiles(root);
    }

    Path resolve(String path) {
        return root.resolve(path);
    }

    @Nullable
    Manifest manifest(String agentKey) throws IOException {
        Path file = root.resolve(manifestFile(agentKey));
        return Files.exists(file) ? read(file, agentKey) : null;
    }

    /** What cannot be read is not guessed: it alone knows which decision came last. */
    private static Manifest read(Path file, String agentKey) throws IOException {
        Manifest manifest;
        try {
            manifest = JSON.readValue(Files.readAllBytes(file), Manifest.class);
        } catch (JacksonException e) {
            throw new IOException("%s is not a manifest any more; repair or remove it".formatted(file), e);
        }
        if (manifest == null || !manifest.agentKey().equals(agentKey)) {
            throw new IOException("%s is not the manifest of %s; repair or remove it".formatted(file, agentKey));
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
        Path version = Path.of("versions", release.agentKey(), release.codeRunId());
        for (ReleasedFile file : release.files()) {
            files.write(version.resolve(Path.of(file.path()).getFileName()), bytes(file));
        }
        for (ReleasedFile file : release.files()) {
            files.write(Path.of(file.path()), bytes(file));
        }
        files.write(manifestFile(release.agentKey()), JSON.writeValueAsBytes(manifest));
    }

    private static Path manifestFile(String agentKey) {
        return Path.of("manifests", agentKey + ".json");
    }

    private static byte[] bytes(ReleasedFile file) {
        return file.content().getBytes(UTF_8);
    }
}
