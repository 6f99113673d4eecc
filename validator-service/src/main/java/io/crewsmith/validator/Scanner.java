package io.crewsmith.validator;

import io.crewsmith.events.v1.Candidate;
import io.crewsmith.events.v1.SourceFile;
import io.crewsmith.validator.model.Check;
import io.crewsmith.validator.model.PageScan;
import io.crewsmith.validator.model.Validator;
import io.crewsmith.validator.model.Verdict;
import io.crewsmith.validator.model.custom.Origin;
import io.crewsmith.validator.model.custom.RuleBook;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Has code judged, and counts and times it. */
final class Scanner {

    private static final String TRAIL = "trail";
    private static final String DRAFT = "draft";

    private final Validator validator;
    private final VerdictCache known;
    private final Proofs proofs;
    private final Supplier<RuleBook> rules;
    private final MeterRegistry meters;

    Scanner(Validator validator, VerdictCache known, Proofs proofs, Supplier<RuleBook> rules, MeterRegistry meters) {
        this.validator = validator;
        this.known = known;
        this.proofs = proofs;
        this.rules = rules;
        this.meters = meters;
        // From the start, at zero: a series that appears with its first failure would show no increase.
        Stream.of(TRAIL, DRAFT).forEach(lane -> {
            timer(lane, true);
            timer(lane, false);
        });
    }

    /**
     * Judges every file of a candidate: the module first, as all Python, then what lies beside it. Each Python file must
     * prove to say the candidate's configuration and nothing else.
     */
    Verdict scan(Candidate candidate) {
        List<SourceFile> files = candidate.getFiles();
        CandidateProof proof = proofs.of(candidate);
        RuleBook book = rules.get();
        SourceFile module = files.getFirst();
        Verdict verdict = scan(module.getContent(), TRAIL, List.of(book.check(Origin.GENERATED), proof.of(module)))
                .in(module.getPath());
        Check beside = book.forbidding().check(Origin.GENERATED);
        for (SourceFile file : files.subList(1, files.size())) {
            verdict = file.getPath().endsWith(".md")
                    ? verdict.with(PageScan.NAME, PageScan.findings(file.getPath(), file.getContent()))
                    : verdict.and(scan(file.getContent(), TRAIL, List.of(beside, proof.of(file)))
                            .in(file.getPath()));
        }
        return verdict;
    }

    /** Judges code that nobody keeps. */
    Verdict scanDraft(String code) {
        return scan(code, DRAFT, List.of(rules.get().check(Origin.OTHER)));
    }

    /** Judges the preview of a configuration, or of a crew's snapshot: it must prove to say just that. */
    Verdict scanPreview(String configuration, String code) {
        return scan(code, DRAFT, List.of(rules.get().check(Origin.GENERATED), proofs.ofPreview(configuration)));
    }

    private Verdict scan(String code, String lane, List<Check> further) {
        Timer.Sample sample = Timer.start(meters);
        Function<byte[], Verdict> validation = bytes -> validator.validate(bytes, further);
        Verdict verdict = lane.equals(TRAIL)
                ? known.verdictInsisting(code, further, validation)
                : known.verdict(code, further, validation);
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
