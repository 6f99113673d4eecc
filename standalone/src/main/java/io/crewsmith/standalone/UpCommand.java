package io.crewsmith.standalone;

import io.crewsmith.embedded.EmbeddedSettings;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the platform and keeps it until Ctrl-C. */
@Command(name = "up", description = "Starts the platform and keeps it until Ctrl-C.", mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    @Option(names = "--port", defaultValue = "8080", description = "Port of the gateway (default ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(names = "--data", defaultValue = "./data", description = "Data folder (default ${DEFAULT-VALUE}).")
    private Path data = Path.of("./data");

    @Option(names = "--until-ready", description = "Stops again as soon as everything is ready.")
    private boolean untilReady;

    @Override
    public Integer call() throws InterruptedException {
        GatewayPort.requireFree(port);
        Path folder = data.toAbsolutePath().normalize();
        Platform platform = Platform.start(folder, port, EmbeddedSettings.durable());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            platform.close();
            System.out.println("Crewsmith has stopped.");
            stopped.countDown();
        }));
        announce(platform.addresses(), folder);
        if (untilReady) {
            return 0;
        }
        stopped.await();
        return 0;
    }

    private static void announce(PlatformAddresses addresses, Path folder) {
        System.out.printf(
                """
                Crewsmith is ready after %.1f s.
                  gateway      %s
                  tokens       %s
                  kafka        %s
                  postgres     %s
                  repository   %s
                  deployments  %s
                Ctrl-C stops it.%n""",
                sinceStart().toMillis() / 1_000.0,
                addresses.gateway(),
                folder.resolve("tokens.json"),
                addresses.kafka(),
                addresses.postgres(),
                addresses.repository(),
                addresses.deployments());
    }

    private static Duration sinceStart() {
        return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    }
}
