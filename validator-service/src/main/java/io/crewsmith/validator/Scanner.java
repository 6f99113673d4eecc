package io.crewsmith.validator;

import io.crewsmith.events.v1.Finding;
import io.crewsmith.events.v1.Layer;
import io.crewsmith.events.v1.Severity;
import io.crewsmith.events.v1.Verdict;
import io.crewsmith.validator.model.Validator;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;

/** Validates, counts and times, and puts the verdict into the words of the contract. */
final class Scanner {

    private final Validator validator;
    private final MeterRegistry meters;
    private final Timer timer;

    Scanner(Validator validator, MeterRegistry meters) {
        this.validator = validator;
        this.meters = meters;
        this.timer = Timer.builder("crewsmith.scan")
                .description("Time to judge the files of a candidate or a draft")
                .register(meters);
    }

    Verdict scan(List<String> sources, String digest) {
        Timer.Sample sample = Timer.start(meters);
        var verdict = validator.validate(sources, digest);
        sample.stop(timer);
        meters.counter("crewsmith.scans", "verdict", verdict.passed() ? "passed" : "failed")
                .increment();
        return new Verdict(
                verdict.passed(),
                verdict.policyVersion(),
                verdict.scannedDigest(),
                verdict.checks(),
                verdict.findings().stream().map(Scanner::finding).toList());
    }

    private static Finding finding(io.crewsmith.validator.model.Finding finding) {
        return new Finding(
                finding.rule(),
                severity(finding.severity()),
                layer(finding.layer()),
                finding.line(),
                finding.column(),
                finding.message());
    }

    private static Severity severity(io.crewsmith.validator.model.Severity severity) {
        return switch (severity) {
            case CRITICAL -> Severity.CRITICAL;
            case ERROR -> Severity.ERROR;
            case WARNING -> Severity.WARNING;
            case INFO -> Severity.INFO;
        };
    }

    private static Layer layer(io.crewsmith.validator.model.Layer layer) {
        return switch (layer) {
            case BYTES -> Layer.BYTES;
            case SYNTAX -> Layer.SYNTAX;
            case SHAPE -> Layer.SHAPE;
            case ALLOW_LIST -> Layer.ALLOW_LIST;
            case LITERALS -> Layer.LITERALS;
            case CUSTOM -> Layer.CUSTOM;
        };
    }
}
