package io.crewsmith.validator.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One scan: runs the checks on a thread that can be given up, and keeps what they answered. */
final class Examination {

    /** More findings than anybody reads; the worst are kept. */
    static final int MAX_FINDINGS = 500;

    private final List<Check> checks;
    private final Duration deadline;
    private final List<String> answered = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    Examination(List<Check> checks, Duration deadline) {
        this.checks = checks;
        this.deadline = deadline;
    }

    void run(Supplier<Submission> parsing) {
        if (checks.isEmpty() || new HashSet<>(names()).size() != checks.size()) {
            fail(ScanRules.CHECKS_MISSING, Layer.SYNTAX, "the checks are missing or listed twice: " + names());
        }
        try {
            examine(parsing.get());
        } catch (RuntimeException | StackOverflowError failure) {
            fail(ScanRules.CHECK_FAILED, Layer.SYNTAX, "the parser failed with %s: scan again".formatted(failure));
        }
    }

    private void examine(Submission submission) {
        var outcomes = new ConcurrentHashMap<Check, Outcome>();
        var task =
                new FutureTask<>(() -> checks.forEach(check -> outcomes.put(check, outcome(check, submission))), true);
        Thread.ofPlatform().daemon().name("validator-checks").start(task);
        try {
            task.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException | InterruptedException noAnswer) {
            if (noAnswer instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
        }
        // Before the checks are told to give up: what they say after that is no answer.
        Map<Check, Outcome> inTime = Map.copyOf(outcomes);
        task.cancel(true);
        checks.forEach(check -> keep(check, inTime.get(check)));
    }

    private static Outcome outcome(Check check, Submission submission) {
        try {
            return new Outcome(check.examine(submission), null);
        } catch (RuntimeException | StackOverflowError | LinkageError failure) {
            return new Outcome(Optional.empty(), failure);
        }
    }

    private void keep(Check check, @Nullable Outcome outcome) {
        if (outcome == null) {
            fail(ScanRules.CHECK_LATE, check, "the check %s gave no answer in time".formatted(check.name()));
        } else if (outcome.failure() != null) {
            fail(
                    ScanRules.CHECK_FAILED,
                    check,
                    "the check %s failed with %s".formatted(check.name(), outcome.failure()));
        } else {
            outcome.found().ifPresent(found -> {
                answered.add(check.name());
                findings.addAll(found);
            });
        }
    }

    private record Outcome(
            Optional<List<Finding>> found, @Nullable Throwable failure) {}

    boolean passed() {
        return answered.equals(names())
                && findings.stream().noneMatch(f -> f.severity().blocks());
    }

    List<String> answered() {
        return answered;
    }

    List<Finding> findings() {
        if (findings.size() <= MAX_FINDINGS) {
            return findings.stream().sorted().toList();
        }
        var worst = new ArrayList<>(findings.stream()
                .sorted(Comparator.comparing(Finding::severity).thenComparing(Comparator.naturalOrder()))
                .limit(MAX_FINDINGS)
                .toList());
        var message = "%,d findings; the %d worst are listed".formatted(findings.size(), MAX_FINDINGS);
        worst.add(ScanRules.MORE_FINDINGS.at(1, 1, message));
        return worst.stream().sorted().toList();
    }

    private List<String> names() {
        return checks.stream().map(Check::name).toList();
    }

    private void fail(RuleDescription rule, Check check, String message) {
        fail(rule, check.layer(), message + ": the code counts as refused, scan it again");
    }

    private void fail(RuleDescription rule, Layer layer, String message) {
        findings.add(rule.at(1, 1, message).of(layer));
    }
}
