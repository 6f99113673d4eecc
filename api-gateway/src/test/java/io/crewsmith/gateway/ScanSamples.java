package io.crewsmith.gateway;

import io.crewsmith.events.v1.Candidate;
import io.crewsmith.events.v1.Confidence;
import io.crewsmith.events.v1.Finding;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.events.v1.Layer;
import io.crewsmith.events.v1.RuleDescription;
import io.crewsmith.events.v1.RulesAnnounced;
import io.crewsmith.events.v1.ScanCompleted;
import io.crewsmith.events.v1.SecurityIncident;
import io.crewsmith.events.v1.Severity;
import io.crewsmith.events.v1.Verdict;
import io.crewsmith.testsupport.Samples;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events of a validator, for tests that play one. */
final class ScanSamples {

    /** One agent, so that its events stay in order. */
    private static final UUID AGENT = UUID.randomUUID();

    static final String PATH = "app/agents/market_analyst.py";

    private ScanSamples() {}

    static SecurityIncident incident() {
        return new SecurityIncident(
                Samples.envelope(AGENT, "ann"),
                "market-analyst",
                List.of("dunder-access"),
                "What was found",
                "mallory",
                "ann",
                Severity.CRITICAL,
                verdict("2026.2", "d", PATH).getFindings());
    }

    static ScanCompleted scan(String policy) {
        Candidate candidate = Samples.candidate("ann", "x = ().__class__\n", new GenerationRequest(false, false));
        return new ScanCompleted(
                Samples.envelope(UUID.randomUUID(), "ann"),
                candidate,
                verdict(policy, candidate.getCodeDigest(), PATH));
    }

    static Verdict verdict(String policy, String digest, @Nullable String path) {
        var finding = new Finding(
                "dunder-access",
                Severity.CRITICAL,
                Layer.ALLOW_LIST,
                1,
                5,
                "attribute '__class__': use type(x)",
                Confidence.HIGH,
                "CWE-95",
                path);
        return new Verdict(false, policy, digest, List.of("syntax", "allow-list"), List.of(finding));
    }

    static RulesAnnounced rules(String policy, String title) {
        return new RulesAnnounced(
                Samples.envelope(UUID.randomUUID(), "validator-service"),
                policy,
                List.of(new RuleDescription(
                        "dunder-access",
                        Layer.ALLOW_LIST,
                        Severity.CRITICAL,
                        Confidence.HIGH,
                        "CWE-95",
                        title,
                        "It leads everywhere.",
                        "Use the public name.",
                        List.of("x = ().__class__\n"),
                        "x = 1\n")));
    }
}
