package io.crewsmith.review;

import io.crewsmith.events.v1.Candidate;
import io.crewsmith.events.v1.SourceFile;
import io.crewsmith.review.model.Requirement;
import io.crewsmith.review.model.ReviewPolicy;
import tools.jackson.databind.json.JsonMapper;

/** Lays a candidate before the policy: by its paths and its department. */
final class CandidatePolicy {

    private CandidatePolicy() {}

    static Requirement requirement(ReviewPolicy policy, Candidate candidate) {
        String department = JsonMapper.shared()
                .readTree(candidate.getConfiguration())
                .path("department_id")
                .asString(null);
        return policy.requirement(
                candidate.getFiles().stream().map(SourceFile::getPath).toList(), department);
    }
}
