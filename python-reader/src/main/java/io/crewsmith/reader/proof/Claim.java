package io.crewsmith.reader.proof;

import io.crewsmith.catalogue.Kind;

/**
 * What is said about some files: what they were made from, and by which template.
 *
 * @param kind AGENT or CREW
 * @param key of the agent or the crew
 * @param configuration an agent's configuration or a crew's snapshot, canonical JSON (RFC 8785)
 * @param configurationDigest SHA-256 of that text, lower-case hex
 * @param templateVersion version of the template
 */
public record Claim(
        Kind kind,
        String key,
        String configuration,
        String configurationDigest,
        String template,
        String templateVersion) {

    /** Where its module goes in the deployment folder. */
    public String modulePath() {
        return Files.of(this).module();
    }
}
