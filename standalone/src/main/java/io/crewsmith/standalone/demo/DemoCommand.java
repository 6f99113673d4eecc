package io.crewsmith.standalone.demo;

import io.crewsmith.embedded.EmbeddedSettings;
import io.crewsmith.standalone.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the story on a platform of its own in a temporary folder. */
@Command(
        name = "demo",
        description = "Runs the whole story, from a saved agent to a rollback, and prints each stage.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--examples",
            defaultValue = "examples",
            description = "Folder of agents (default ${DEFAULT-VALUE}).")
    private Path examples = Path.of("examples");

    @Override
    public Integer call() throws IOException {
        Path data = Files.createTempDirectory("crewsmith-demo-");
        Narrator narrator = new Narrator(System.out);
        try (Platform platform = Platform.start(data, 0, EmbeddedSettings.durable())) {
            narrator.ready(platform.addresses());
            new Story(platform, narrator, PythonInterpreters.ofThisMachine()).tell(agents());
            narrator.end();
            return 0;
        } catch (StoryBroken broken) {
            narrator.broken(broken);
            return 1;
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private List<Path> agents() throws IOException {
        try (Stream<Path> files = Files.list(examples)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList();
        }
    }
}
