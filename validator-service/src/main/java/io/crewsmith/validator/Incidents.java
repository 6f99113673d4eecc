package io.crewsmith.validator;

import io.crewsmith.events.v1.Candidate;
import io.crewsmith.events.v1.SecurityIncident;
import io.crewsmith.events.v1.Severity;
import io.crewsmith.platform.events.Received;
import io.crewsmith.validator.model.Finding;
import io.crewsmith.validator.model.Verdict;
import java.util.List;
import java.util.Optional;

/** Says what is critical in the code of a run to the security team: which run, which rules, who is behind it. */
final class Incidents {

    /** More than a person reads in an alert; the scan of the run has all. */
    private static final int MOST = 20;

    private Incidents() {}

    static Optional<SecurityIncident> in(Received received, Candidate candidate, Verdict verdict) {
        List<Finding> critical = verdict.findings().stream()
                .filter(finding -> finding.severity() == io.crewsmith.validator.model.Severity.CRITICAL)
                .toList();
        return critical.isEmpty() ? Optional.empty() : Optional.of(incident(received, candidate, critical));
    }

    private static SecurityIncident incident(Received received, Candidate candidate, List<Finding> critical) {
        return new SecurityIncident(
                received.followedBy(SecurityIncident.class),
                candidate.getAgentKey(),
                critical.stream().map(Finding::rule).distinct().toList(),
                summary(candidate, critical),
                candidate.getAuthor(),
                candidate.getRequestedBy(),
                Severity.CRITICAL,
                critical.stream().limit(MOST).map(VerdictEvents::finding).toList());
    }

    private static String summary(Candidate candidate, List<Finding> critical) {
        Finding first = critical.getFirst();
        return "%s, line %d: %s%s. Changed by %s, asked for by %s"
                .formatted(
                        first.path() == null ? candidate.getAgentKey() : first.path(),
                        first.line(),
                        first.message(),
                        critical.size() == 1 ? "" : " (and %d more critical findings)".formatted(critical.size() - 1),
                        candidate.getAuthor(),
                        candidate.getRequestedBy());
    }
}
