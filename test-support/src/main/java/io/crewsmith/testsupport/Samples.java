package io.crewsmith.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.crewsmith.events.v1.Candidate;
import io.crewsmith.events.v1.CandidateKind;
import io.crewsmith.events.v1.Envelope;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.events.v1.SourceFile;
import io.crewsmith.events.v1.Template;
import io.crewsmith.events.v1.Verdict;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Parts of events, for tests that care about other parts. */
public final class Samples {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final List<String> CHECKS =
            List.of("syntax", "allow-list", "literals", "custom-rules", "decode-proof");

    private Samples() {}

    /** The envelope of an event that begins a run. */
    public static Envelope envelope(UUID agent, String actor) {
        return envelope(UUID.randomUUID().toString(), agent.toString(), actor);
    }

    /** The envelope of one more event in the run of another. */
    public static Envelope sameRun(Envelope other, String actor) {
        return envelope(other.getRunId(), other.getSubject(), actor);
    }

    private static Envelope envelope(String run, String agent, String actor) {
        return Envelope.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setRunId(run)
                .setSubject(agent)
                .setActor(actor)
                .setOccurredAt(NOON)
                .build();
    }

    /** Code that somebody asked for. */
    public static Candidate candidate(String author, String code, GenerationRequest request) {
        return new Candidate(
                CandidateKind.AGENT,
                "market-analyst",
                1,
                author,
                author,
                "{}",
                sha256("{}"),
                List.of(new SourceFile("app/agents/market_analyst.py", code, sha256(code))),
                sha256("app/agents/market_analyst.py\0" + sha256(code) + "\n"),
                new Template("agent", "1.0.0", sha256("template")),
                List.of(),
                request);
    }

    /** A verdict without findings. */
    public static Verdict verdict(boolean passed, Candidate candidate) {
        return new Verdict(passed, "1", candidate.getCodeDigest(), CHECKS, List.of());
    }

    public static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
