package io.crewsmith.validator.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.crewsmith.python.PythonParser;
import io.crewsmith.validator.model.rules.Rules;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Runs every check over one piece of code and decides. It fails closed: a check that throws, hangs or is missing is a
 * critical finding. Safe for many threads; the same code and policy give the same verdict.
 */
public final class Validator implements AutoCloseable {

    /** Which rules this build applies; changes with any rule or list. */
    public static final String POLICY_VERSION = "2026.4";

    static final Duration PARSER_DEADLINE = Duration.ofMillis(500);
    static final Duration CHECKS_DEADLINE = Duration.ofMillis(500);
    // Loads and links what a scan needs, so that no deadline is spent on it.
    private static final String WARM_UP =
            "import json\n\n\ndef f(x: int = 1) -> str:\n    return json.dumps({x: f'{x}'})\n";

    private final PythonParser parser;
    private final List<Check> checks;
    private final Duration deadline;

    /** All layers for code that a person wrote. */
    public Validator() {
        this(
                List.of(
                        new SyntaxCheck(),
                        new RuleCheck("allow-list", Layer.ALLOW_LIST, Rules.allowList()),
                        new RuleCheck("literals", Layer.LITERALS, Rules.literals())),
                CHECKS_DEADLINE);
    }

    Validator(List<Check> checks, Duration deadline) {
        this.parser = new PythonParser(
                PARSER_DEADLINE, Math.max(2, Runtime.getRuntime().availableProcessors()));
        this.checks = List.copyOf(checks);
        this.deadline = deadline;
        validate(WARM_UP);
    }

    /** Scans text as its UTF-8 bytes. */
    public Verdict validate(String code) {
        return validate(code.getBytes(UTF_8), List.of());
    }

    /** Scans a file's bytes. */
    public Verdict validate(byte[] code) {
        return validate(code, List.of());
    }

    /** Scans a file's bytes with further checks that hold for this scan alone, such as a comparison with its source. */
    public Verdict validate(byte[] code, List<Check> further) {
        var all = new ArrayList<>(checks);
        all.addAll(further);
        var examination = new Examination(all, deadline);
        examination.run(() -> new Submission(code, parser.parse(code)));
        return new Verdict(
                examination.passed(), policy(all), digest(code), examination.answered(), examination.findings());
    }

    private static String policy(List<Check> checks) {
        return checks.stream()
                .map(Check::policy)
                .filter(added -> !added.isEmpty())
                .map("+"::concat)
                .collect(Collectors.joining("", POLICY_VERSION, ""));
    }

    private static String digest(byte[] code) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(code));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Stops the parser's threads. */
    @Override
    public void close() {
        parser.close();
    }
}
