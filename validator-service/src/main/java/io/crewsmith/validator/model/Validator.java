package io.crewsmith.validator.model;

import io.crewsmith.python.ParseResult.Parsed;
import io.crewsmith.python.ParseResult.Refused;
import io.crewsmith.python.PythonParser;
import io.crewsmith.python.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Judges code by every check there is and reports everything found. Fails closed: a check that could not run is a
 * finding. Never throws. Safe for use by many threads.
 */
public final class Validator {

    private static final String BYTES = "bytes";
    private static final String SYNTAX = "syntax";

    private static final Duration BUDGET = Duration.ofSeconds(2);
    private static final int MAX_FINDINGS = 1000;

    private final PythonParser parser;
    private final Policy policy;

    public Validator(PythonParser parser, Policy policy) {
        this.parser = parser;
        this.policy = policy;
    }

    /** Judges the Python files of a candidate together; nothing to judge is a failure. */
    public Verdict validate(List<String> sources, String digest) {
        List<Finding> findings = new ArrayList<>();
        Set<String> checks = new LinkedHashSet<>(names());
        for (String source : sources) {
            checks.retainAll(check(source, findings));
        }
        if (sources.isEmpty()) {
            checks.clear();
            findings.add(failure("no-source", "There is no Python file to judge; generate the code again"));
        }
        boolean complete = checks.containsAll(names());
        boolean clean =
                findings.stream().noneMatch(finding -> finding.severity().failsScan());
        return new Verdict(complete && clean, policy.version(), digest, List.copyOf(checks), ordered(findings));
    }

    /** A verdict has to fit into an event, so what a flood of findings brings last is only counted. */
    private static List<Finding> ordered(List<Finding> findings) {
        findings.sort(Finding.ORDER);
        if (findings.size() <= MAX_FINDINGS) {
            return findings;
        }
        List<Finding> first = new ArrayList<>(findings.subList(0, MAX_FINDINGS));
        first.addFirst(failure(
                "more-findings",
                "%d more findings are not listed; start with those that are"
                        .formatted(findings.size() - MAX_FINDINGS)));
        return first;
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(List.of(BYTES, SYNTAX));
        policy.checks().stream().map(Check::name).forEach(names::add);
        return names;
    }

    private List<String> check(String source, List<Finding> findings) {
        return switch (parser.parse(source)) {
            case Parsed(var module) -> {
                List<String> ran = new ArrayList<>(List.of(BYTES, SYNTAX));
                Program program = new Program(module);
                long end = System.nanoTime() + BUDGET.toNanos();
                policy.checks().stream()
                        .filter(check -> runs(check, program, findings, end))
                        .map(Check::name)
                        .forEach(ran::add);
                yield ran;
            }
            case Refused(Refusal refusal) -> {
                findings.add(finding(refusal));
                yield refusal.bySyntax() ? List.of(BYTES, SYNTAX) : List.of(BYTES);
            }
        };
    }

    private static boolean runs(Check check, Program program, List<Finding> findings, long end) {
        if (System.nanoTime() > end) {
            findings.add(failure(
                    "deadline", "Check '%s' was not reached in time; make the source shorter".formatted(check.name())));
            return false;
        }
        try {
            findings.addAll(check.check(program));
            return true;
        } catch (RuntimeException | StackOverflowError e) {
            findings.add(failure(
                    "check-failed",
                    "Check '%s' could not run (%s), so the code cannot pass".formatted(check.name(), e)));
            return false;
        }
    }

    private static Finding finding(Refusal refusal) {
        return new Finding(
                refusal.reason(),
                Severity.ERROR,
                refusal.bySyntax() ? Layer.SYNTAX : Layer.BYTES,
                refusal.line(),
                refusal.column(),
                refusal.bySyntax() ? "Syntax error: " + refusal.message() : refusal.message());
    }

    private static Finding failure(String rule, String message) {
        return Finding.ofFile(rule, Severity.ERROR, Layer.SHAPE, message);
    }
}
