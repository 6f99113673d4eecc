package io.crewsmith.validator;

import io.crewsmith.events.v1.Candidate;
import io.crewsmith.validator.model.Validator;
import io.crewsmith.validator.model.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.stream.Stream;

/** Has code judged, and counts and times it. */
final class Scanner {

    private static final String TRAIL = "trail";
    private static final String DRAFT = "draft";

    private final Validator validator;
    private final MeterRegistry meters;

    Scanner(Validator validator, MeterRegistry meters) {
        this.validator = validator;
        this.meters = meters;
        // From the start, at zero: a series that appears with its first failure would show no increase.
        Stream.of(TRAIL, DRAFT).forEach(lane -> {
            timer(lane, true);
            timer(lane, false);
        });
    }

    /** Judges every file of a candidate; there is always one. */
    Verdict scan(Candidate candidate) {
        return candidate.getFiles().stream()
                .map(file -> scan(file.getContent(), TRAIL))
                .reduce(Verdict::and)
                .orElseThrow(() -> new IllegalArgumentException("A candidate without a file"));
    }

    /** Judges code that nobody keeps. */
    Verdict scanDraft(String code) {
        return scan(code, DRAFT);
    }

    private Verdict scan(String code, String lane) {
        Timer.Sample sample = Timer.start(meters);
        Verdict verdict = validator.validate(code);
        sample.stop(timer(lane, verdict.passed()));
        return verdict;
    }

    private Timer timer(String lane, boolean passed) {
        return Timer.builder("crewsmith.scan")
                .description("Time to judge a module, by what asked for it and how it ended")
                .tag("lane", lane)
                .tag("verdict", passed ? "passed" : "failed")
                .register(meters);
    }
}
