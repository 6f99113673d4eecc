package io.crewsmith.generator;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the generator service.
 *
 * @param templates a folder with further packs of templates, laid out like the built-in ones; none where it is not set
 * @param withTest whether a unit test goes with each module
 * @param withPage whether a page for people goes with each module
 */
@ConfigurationProperties("crewsmith.generator")
record GeneratorSettings(
        @Nullable Path templates,
        @DefaultValue("true") boolean withTest,
        @DefaultValue("true") boolean withPage) {

    GeneratorSettings {
        if (templates != null && !Files.isDirectory(templates)) {
            throw new IllegalArgumentException(
                    "crewsmith.generator.templates must be a folder of template packs, but %s is none"
                            .formatted(templates));
        }
    }
}
