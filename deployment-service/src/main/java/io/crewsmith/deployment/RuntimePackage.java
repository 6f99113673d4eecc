package io.crewsmith.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The Python package {@code crewsmith_runtime}, which deployed modules may import, as this version brings it along. */
final class RuntimePackage {

    private static final String NAME = "crewsmith_runtime";

    private final Path root;

    RuntimePackage(DeploymentSettings settings) {
        this.root = settings.folder().toAbsolutePath().normalize();
    }

    /** Lays the files beside the modules. One that is there stays as it is: whoever runs the agents owns them. */
    void install() {
        try {
            var files = new DurableFiles(root);
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath:/%s/*.py".formatted(NAME))) {
                Path path = Path.of(NAME, resource.getFilename());
                if (!Files.exists(root.resolve(path))) {
                    files.write(path, resource.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be laid into %s".formatted(NAME, root), e);
        }
    }
}
