package io.crewsmith.validator;

import io.crewsmith.events.v1.Candidate;
import io.crewsmith.validator.model.Validator;
import io.crewsmith.validator.model.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Has code judged, and counts and times it. */
final class Scanner {

    private final Validator validator;
    private final MeterRegistry meters;

    Scanner(Validator validator, MeterRegistry meters) {
        this.validator = validator;
        this.meters = meters;
    }

    /** Judges every file of a candidate; there is always one. */
    Verdict scan(Candidate candidate) {
        return candidate.getFiles().stream()
                .map(file -> scan(file.getContent()))
                .reduce(Verdict::and)
                .orElseThrow(() -> new IllegalArgumentException("A candidate without a file"));
    }

    Verdict scan(String code) {
        Timer.Sample sample = Timer.start(meters);
        Verdict verdict = validator.validate(code);
        sample.stop(Timer.builder("crewsmith.scan")
                .description("Time to judge a module")
                .tag("verdict", verdict.passed() ? "passed" : "failed")
                .register(meters));
        return verdict;
    }
}
