package io.crewsmith.validator.custom;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the custom rules.
 *
 * @param rules a folder with one YAML file a rule, read once at the start; none where it is not set
 */
@ConfigurationProperties("crewsmith.validator")
record RuleSettings(@Nullable Path rules) {}
