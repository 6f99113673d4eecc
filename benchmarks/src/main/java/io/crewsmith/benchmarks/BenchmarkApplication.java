package io.crewsmith.benchmarks;

import io.crewsmith.embedded.EmbeddedSettings;
import io.crewsmith.standalone.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts a platform of its own, as durable as {@code ./crewsmith up}, and measures POST generate-code. */
@Command(
        name = "bench",
        description = "Measures POST generate-code with one and with many calls in flight.",
        mixinStandardHelpOptions = true)
public final class BenchmarkApplication implements Callable<Integer> {

    @Option(names = "--calls", defaultValue = "200", description = "Measured calls (default ${DEFAULT-VALUE}).")
    private int calls = 200;

    @Option(names = "--warm-up", defaultValue = "400", description = "Calls before them (default ${DEFAULT-VALUE}).")
    private int warmUp = 400;

    @Option(names = "--in-flight", defaultValue = "32", description = "Calls at once (default ${DEFAULT-VALUE}).")
    private int inFlight = 32;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchmarkApplication()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        if (Math.min(calls, Math.min(warmUp, inFlight)) < 1) {
            System.err.println("--calls, --warm-up and --in-flight must be 1 or more.");
            return CommandLine.ExitCode.USAGE;
        }
        Path data = Files.createTempDirectory("crewsmith-benchmark-");
        try (Platform platform = Platform.start(data, 0, EmbeddedSettings.durable())) {
            try (var load = new GenerateCodeLoad(platform, inFlight)) {
                load.run(Request.COMMITTED, inFlight, warmUp);
                System.out.printf("POST generate-code, %d calls each after %d of warm-up%n", calls, warmUp);
                System.out.printf("%-44s %9s %8s %8s %8s%n", "", "in flight", "p50 ms", "p99 ms", "calls/s");
                for (Request request : Request.values()) {
                    for (int atOnce : List.of(1, inFlight)) {
                        Latencies latencies = load.run(request, atOnce, calls);
                        System.out.printf(
                                "%-44s %9d %8.1f %8.1f %8.1f%n",
                                request.title(),
                                atOnce,
                                latencies.percentile(50),
                                latencies.percentile(99),
                                latencies.perSecond());
                    }
                }
            }
            Memory.print(System.out, data);
            return 0;
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }
}
