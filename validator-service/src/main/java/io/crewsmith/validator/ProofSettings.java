package io.crewsmith.validator;

import io.crewsmith.events.v1.Template;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the decode proof.
 *
 * @param unprovenTemplates packs of templates whose code is judged by all rules but the proof, since it has a shape of its
 *     own: {@code <id>/<version>/<SHA-256 of the pack, as its events say it>}; none where it is not set
 */
@ConfigurationProperties("crewsmith.validator.proof")
record ProofSettings(@DefaultValue List<String> unprovenTemplates) {

    private static final Pattern ENTRY = Pattern.compile("[a-z]+/[0-9.]+/[0-9a-f]{64}");

    ProofSettings {
        unprovenTemplates = List.copyOf(unprovenTemplates);
        for (String entry : unprovenTemplates) {
            if (!ENTRY.matcher(entry).matches()) {
                throw new IllegalArgumentException(
                        "crewsmith.validator.proof.unproven-templates must be like agent/2.0.0/<64 hex digits>, but is "
                                + entry);
            }
        }
    }

    /** Whether code of exactly this pack may go without the proof. */
    boolean excepts(Template template) {
        return unprovenTemplates.contains(
                "%s/%s/%s".formatted(template.getId(), template.getVersion(), template.getDigest()));
    }

    /** Whether a preview of a version may; it says no digest, and nothing comes of it. */
    boolean excepts(String template, String version) {
        String start = "%s/%s/".formatted(template, version);
        return unprovenTemplates.stream().anyMatch(entry -> entry.startsWith(start));
    }
}
