package io.crewsmith.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Holds {@code docker-compose.yml} and the Dockerfile against what they name: settings, jars, folders, ports. */
class ComposeFileTests {

    private static final Pattern PINNED = Pattern.compile("[a-z0-9/-]+:v?\\d+\\.\\d+[\\w.-]*");
    private static final Pattern FROM = Pattern.compile("(?m)^FROM (\\S+)");
    private static final Pattern ADDRESS = Pattern.compile("://([a-z-]+):(\\d+)");
    private static final Path DOCKERFILE = ComposeFile.ROOT.resolve("deploy/Dockerfile");

    static List<String> ownServices() {
        return ComposeFile.ownServices();
    }

    @Test
    void composeUnderstandsIt() throws Exception {
        Tool.find("docker-compose", "docker-compose").succeed("-f", "docker-compose.yml", "config", "--quiet");
    }

    @Test
    void everyImageIsPinned() throws IOException {
        Stream<String> used = ComposeFile.content()
                .path("services")
                .valueStream()
                .map(service -> service.path("image").asString());
        Stream<String> built =
                FROM.matcher(Files.readString(DOCKERFILE)).results().map(result -> result.group(1));

        assertThat(Stream.concat(used, built))
                .hasSizeGreaterThan(10)
                .allSatisfy(image -> assertThat(image).matches(PINNED).doesNotContain("latest"));
    }

    @Test
    void everyServiceThatHasAnExecutableJarIsThere() throws IOException {
        try (var modules = Files.list(ComposeFile.ROOT)) {
            Set<String> executable = modules.filter(Files::isDirectory)
                    .filter(module -> holds(module.resolve("pom.xml"), "spring-boot-maven-plugin"))
                    .map(module -> module.getFileName().toString())
                    .collect(Collectors.toSet());

            assertThat(ownServices()).containsExactlyInAnyOrderElementsOf(executable);
        }
    }

    @ParameterizedTest
    @MethodSource("ownServices")
    void aServiceIsLockedUpAndLookedAfter(String name) {
        JsonNode service = ComposeFile.service(name);

        assertThat(service.path("read_only").asBoolean()).isTrue();
        assertThat(texts(service.path("tmpfs"))).containsExactly("/tmp");
        assertThat(texts(service.path("cap_drop"))).containsExactly("ALL");
        assertThat(texts(service.path("security_opt"))).containsExactly("no-new-privileges:true");
        assertThat(texts(service.at("/healthcheck/test"))).containsExactly("CMD", "healthy");
        assertThat(service.at("/build/args/SERVICE").asString()).isEqualTo(name);
        assertThat(service.path("image").asString()).startsWith("crewsmith/" + name + ":");
        assertThat(service.path("depends_on"))
                .allSatisfy(condition ->
                        assertThat(condition.path("condition").asString()).isEqualTo("service_healthy"));
        assertThat(service.path("depends_on").has("kafka")).isTrue();
        assertThat(service.path("depends_on").has("postgres"))
                .isEqualTo(service.path("environment").has("SPRING_DATASOURCE_URL"));
    }

    @ParameterizedTest
    @MethodSource("ownServices")
    void everyVariableAndSecretOfAServiceIsASetting(String name) {
        Map<String, String> environment = ComposeFile.environment(name);

        assertThat(environment.keySet())
                .isNotEmpty()
                .allMatch(KnownProperties::isSetBy, "sets a property that something binds");
        assertThat(ComposeFile.service(name).path("secrets")).allSatisfy(secret -> {
            String target = secret.path("target").asString();
            assertThat(KnownProperties.contains(target)
                            || environment
                                    .getOrDefault("SPRING_CONFIG_IMPORT", "")
                                    .contains("file:/run/secrets/" + target))
                    .as(target)
                    .isTrue();
        });
    }

    @Test
    void everyVariableOfTheBrokerIsASettingOfKafka() {
        Set<String> known = KafkaConfig.configDef().names();

        assertThat(ComposeFile.environment("kafka").keySet())
                .filteredOn(name -> !name.equals("CLUSTER_ID"))
                .allSatisfy(name -> assertThat(known)
                        .contains(name.replaceFirst("^KAFKA_", "")
                                .replace('_', '.')
                                .toLowerCase(Locale.ROOT)));
    }

    @Test
    void addressesNameServicesOfTheFileAtThePortsTheyListenOn() {
        Map<String, String> listening = Map.of("kafka", "9092", "postgres", "5432");

        for (String service : ownServices()) {
            String broker = ComposeFile.environment(service).get("SPRING_KAFKA_BOOTSTRAPSERVERS");
            assertThat("PLAINTEXT://" + broker)
                    .isEqualTo(ComposeFile.environment("kafka").get("KAFKA_ADVERTISED_LISTENERS"));
            assertThat(ComposeFile.environment(service).values())
                    .flatMap(value -> ADDRESS.matcher(value).results().toList())
                    .allSatisfy((MatchResult address) ->
                            assertThat(listening).containsEntry(address.group(1), address.group(2)));
        }
    }

    @Test
    void portsAreOpenOnThisMachineOnlyAndLeadToWhereTheServiceListens() throws IOException {
        assertThat(ComposeFile.service("api-gateway").path("ports"))
                .extracting(JsonNode::asString)
                .containsExactly("127.0.0.1:${CREWSMITH_PORT:-8080}:8080");
        assertThat(ComposeFile.content()
                        .path("services")
                        .valueStream()
                        .flatMap(service -> texts(service.path("ports")).stream()))
                .allMatch(port -> port.startsWith("127.0.0.1:"));
        assertThat(Files.readString(DOCKERFILE)).contains("EXPOSE 8080");
        assertThat(scraped().path("port").asInt()).isEqualTo(8080);
    }

    @Test
    void prometheusScrapesEveryService() {
        assertThat(texts(scraped().path("names"))).containsExactlyInAnyOrderElementsOf(ownServices());
    }

    @Test
    void everyVolumeIsUsedAndEveryFolderOfAServiceIsOnOne() throws IOException {
        Set<String> mounted = ComposeFile.content()
                .path("services")
                .valueStream()
                .flatMap(service -> texts(service.path("volumes")).stream())
                .map(volume -> volume.split(":")[0])
                .collect(Collectors.toSet());
        assertThat(mounted.stream().filter(source -> !source.startsWith(".")))
                .containsExactlyInAnyOrderElementsOf(
                        ComposeFile.content().path("volumes").propertyNames());
        assertThat(mounted.stream().filter(source -> source.startsWith(".")))
                .allSatisfy(
                        source -> assertThat(ComposeFile.ROOT.resolve(source)).isDirectory());

        for (String service : ownServices()) {
            List<String> folders = texts(ComposeFile.service(service).path("volumes")).stream()
                    .map(volume -> volume.split(":")[1])
                    .toList();
            assertThat(ComposeFile.environment(service).values())
                    .filteredOn(value -> value.startsWith("/"))
                    .hasSameSizeAs(folders)
                    .allMatch(value -> folders.stream().anyMatch(value::startsWith));
            for (String folder : folders) {
                assertThat(Files.readString(DOCKERFILE)).contains(folder);
            }
        }
    }

    private static JsonNode scraped() {
        return ComposeFile.yaml(MonitoringFiles.PROMETHEUS.resolve("prometheus.yml"))
                .at("/scrape_configs/0/dns_sd_configs/0");
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.isRegularFile(file) && Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
