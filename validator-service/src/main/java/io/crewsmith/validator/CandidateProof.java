package io.crewsmith.validator;

import io.crewsmith.events.v1.SourceFile;
import io.crewsmith.reader.proof.Claim;
import io.crewsmith.reader.proof.DecodeProof;
import io.crewsmith.validator.model.Check;
import io.crewsmith.validator.model.DecodeProofCheck;
import io.crewsmith.validator.model.UnprovenCheck;
import java.util.List;

/**
 * Makes the checks for the files of one candidate.
 *
 * @param paths of all its files, the module first
 * @param excepted whether an operator lets the code of its template go without the proof
 */
record CandidateProof(DecodeProof proof, Claim claim, List<String> paths, boolean excepted) {

    CandidateProof {
        paths = List.copyOf(paths);
    }

    /** For one Python file. */
    Check of(SourceFile file) {
        return excepted
                ? new UnprovenCheck(claim.template() + " " + claim.templateVersion())
                : new DecodeProofCheck(proof, claim, file.getPath(), paths);
    }
}
