package io.crewsmith.system;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.json.JsonMapper;

/** Every property that something binds: those of Spring Boot, by its own metadata, and those of our settings records. */
final class KnownProperties {

    private static final Set<String> NAMES = new TreeSet<>();

    static {
        try {
            addSprings();
            addOurs();
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private KnownProperties() {}

    static boolean contains(String property) {
        return NAMES.contains(property);
    }

    /** Whether an environment variable, as Spring Boot documents their spelling, sets one of them. */
    static boolean isSetBy(String environmentVariable) {
        return NAMES.stream().map(KnownProperties::variable).anyMatch(environmentVariable::equals);
    }

    private static String variable(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static void addSprings() throws IOException {
        ClassLoader loader = KnownProperties.class.getClassLoader();
        for (URL metadata : Collections.list(loader.getResources("META-INF/spring-configuration-metadata.json"))) {
            try (InputStream content = metadata.openStream()) {
                JsonMapper.shared()
                        .readTree(content)
                        .path("properties")
                        .forEach(property -> NAMES.add(property.path("name").asString()));
            }
        }
    }

    private static void addOurs() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        scanner.findCandidateComponents("io.crewsmith").forEach(found -> {
            Class<?> settings = ClassUtils.resolveClassName(requireNonNull(found.getBeanClassName()), null);
            String prefix =
                    settings.getAnnotation(ConfigurationProperties.class).value();
            Arrays.stream(settings.getRecordComponents())
                    .map(RecordComponent::getName)
                    .map(KnownProperties::dashed)
                    .forEach(name -> NAMES.add(prefix + "." + name));
        });
    }

    private static String dashed(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
