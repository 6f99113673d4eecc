package io.crewsmith.system;

import static java.util.Objects.requireNonNull;

import io.crewsmith.embedded.DatabaseAddress;
import io.crewsmith.testsupport.TestServices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/**
 * Every service of the compose file as a process of its own, with the environment, the secrets and the volumes that the
 * compose file gives it: only addresses and folders are those of this machine. It ends with the JVM.
 */
final class Fleet {

    private static final String VOLUMES = "/var/lib/crewsmith/";
    private static final String SECRETS = "/run/secrets/";

    private final Path folder;
    private final DatabaseAddress database = TestServices.freshDatabase();
    private final Map<String, ServiceJar> jars;
    private final List<ServiceProcess> processes = new ArrayList<>();
    private final Map<String, String> tokens;

    private Fleet(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.tokens = makeSecrets();
        this.jars = ComposeFile.ownServices().parallelStream()
                .collect(Collectors.toMap(
                        service -> service, service -> ServiceJar.unpack(service, folder.resolve("jars"))));
    }

    private static final class Shared {

        private static final Fleet FLEET = create();

        private static Fleet create() {
            try {
                var fleet = new Fleet(Files.createTempDirectory("crewsmith-fleet-"));
                Runtime.getRuntime().addShutdownHook(new Thread(fleet::end, "end-fleet"));
                return fleet;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** The fleet of all tests of a JVM, with as many instances as it has. */
    static Fleet shared() {
        return Shared.FLEET;
    }

    /** The same, with at least so many instances of each service, all ready. */
    static synchronized Fleet of(int instances) {
        Fleet fleet = shared();
        List<ServiceProcess> started = new ArrayList<>();
        for (String service : ComposeFile.ownServices()) {
            for (int i = fleet.instances(service).size(); i < instances; i++) {
                started.add(fleet.start(service));
            }
        }
        started.forEach(ServiceProcess::awaitReady);
        return fleet;
    }

    /** The instances that are alive, the oldest first. */
    List<ServiceProcess> instances(String service) {
        return processes.stream()
                .filter(process -> process.service().equals(service) && process.isAlive())
                .toList();
    }

    List<ServiceProcess> instances() {
        return processes.stream().filter(ServiceProcess::isAlive).toList();
    }

    List<URI> gateways() {
        return instances("api-gateway").stream().map(ServiceProcess::address).toList();
    }

    Api as(String user) {
        return new Api(gateways().getFirst(), token(user));
    }

    String token(String user) {
        return requireNonNull(tokens.get(user), user);
    }

    /** Where a path of the containers is on this machine. */
    Path volume(String path) {
        return Path.of(path.replace(VOLUMES, folder.resolve("volumes") + "/"));
    }

    /** One more instance; does not wait. */
    ServiceProcess start(String service) {
        int number = processes.size();
        var process = ServiceProcess.start(
                service,
                requireNonNull(jars.get(service)).command(),
                environment(service),
                folder.resolve(service + number + ".log"));
        processes.add(process);
        return process;
    }

    private Map<String, String> environment(String service) {
        var environment = new HashMap<String, String>();
        ComposeFile.environment(service).forEach((name, value) -> environment.put(name, here(service, value)));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", "0");
        mountSecrets(service);
        return environment;
    }

    private String here(String service, String value) {
        return value.replace("jdbc:postgresql://postgres:5432/crewsmith", database.jdbcUrl())
                .replace("r2dbc:postgresql://postgres:5432/crewsmith", database.r2dbcUrl())
                .replace("kafka:9092", TestServices.bootstrapServers())
                .replaceAll("^crewsmith$", database.user())
                .replace(SECRETS, secretsOf(service) + "/")
                .replace(VOLUMES, folder.resolve("volumes") + "/");
    }

    private Path secretsOf(String service) {
        return folder.resolve("mounted").resolve(service);
    }

    private void mountSecrets(String service) {
        JsonNode files = ComposeFile.content().path("secrets");
        try {
            Files.createDirectories(secretsOf(service));
            for (JsonNode secret : ComposeFile.service(service).path("secrets")) {
                Path file = Path.of(files.path(secret.path("source").asString())
                        .path("file")
                        .asString());
                Path target = secretsOf(service).resolve(secret.path("target").asString());
                if (Files.notExists(target)) {
                    Files.copy(folder.resolve("secrets").resolve(file.getFileName()), target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the script that makes them for the containers; but the database has its password already. */
    private Map<String, String> makeSecrets() throws IOException, InterruptedException {
        Path secrets = Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(secrets.resolve("database-password"), database.password());
        Process script = new ProcessBuilder(
                        ComposeFile.ROOT.resolve("deploy/secrets.sh").toString(), secrets.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!script.waitFor(30, TimeUnit.SECONDS) || script.exitValue() != 0) {
            throw new IllegalStateException("deploy/secrets.sh failed");
        }
        return ComposeFile.yaml(secrets.resolve("users.yaml"))
                .path("crewsmith.gateway.users")
                .valueStream()
                .collect(Collectors.toMap(
                        user -> user.path("name").asString(),
                        user -> user.path("token").asString()));
    }

    private void end() {
        processes.forEach(ServiceProcess::kill);
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            System.err.println("The fleet's folder %s could not be deleted: %s".formatted(folder, e));
        }
    }
}
