package io.crewsmith.git.model;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a pull request tells those who review it.
 *
 * @param run whose code it is
 * @param branch where the code lies
 * @param subject {@code agent} or {@code crew}, and its key
 * @param revision of the configuration
 * @param author who changed the configuration last
 * @param codeDigest SHA-256 over the files: what an approval binds
 * @param page where Crewsmith shows the run; null where nobody said
 * @param configurationDiff unified, against the version that was approved last; empty where there is none
 * @param risk level and reasons; empty where nobody judged it
 * @param findings of the scan, one in words each; null where nobody said
 * @param warnings what the target cannot express, one in words each
 * @param requirement who must approve, in words
 */
public record Proposal(
        UUID run,
        String branch,
        Subject subject,
        int revision,
        String author,
        String codeDigest,
        @Nullable String page,
        String configurationDiff,
        List<String> risk,
        @Nullable List<String> findings,
        List<String> warnings,
        String requirement) {

    public Proposal {
        risk = List.copyOf(risk);
        findings = findings == null ? null : List.copyOf(findings);
        warnings = List.copyOf(warnings);
    }

    /** What the code is of. */
    public record Subject(String kind, String key) {}
}
