package io.crewsmith.validator;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.events.v1.Candidate;
import io.crewsmith.events.v1.SourceFile;
import io.crewsmith.reader.proof.Claim;
import io.crewsmith.reader.proof.DecodeProof;
import io.crewsmith.reader.proof.Previews;
import io.crewsmith.validator.model.Check;
import io.crewsmith.validator.model.DecodeProofCheck;
import io.crewsmith.validator.model.UnprovenCheck;
import java.util.List;

/** Makes the checks that hold code against its configuration. */
final class Proofs {

    private final DecodeProof proof;
    private final Previews previews;
    private final ProofSettings settings;

    Proofs(Catalogue catalogue, ProofSettings settings) {
        this.settings = settings;
        this.proof = new DecodeProof(catalogue);
        this.previews = new Previews(catalogue);
    }

    /** For the files of a candidate. */
    CandidateProof of(Candidate candidate) {
        Kind kind = switch (candidate.getKind()) {
            case AGENT -> Kind.AGENT;
            case CREW -> Kind.CREW;
        };
        var claim = new Claim(
                kind,
                candidate.getAgentKey(),
                candidate.getConfiguration(),
                candidate.getConfigurationDigest(),
                candidate.getTemplate().getId(),
                candidate.getTemplate().getVersion());
        List<String> paths =
                candidate.getFiles().stream().map(SourceFile::getPath).toList();
        return new CandidateProof(proof, claim, paths, settings.excepts(candidate.getTemplate()));
    }

    /** For the module of a preview. */
    Check ofPreview(String configuration) {
        Claim claim = previews.claim(configuration);
        if (settings.excepts(claim.template(), claim.templateVersion())) {
            return new UnprovenCheck(claim.template() + " " + claim.templateVersion());
        }
        return new DecodeProofCheck(proof, claim, claim.modulePath(), List.of(claim.modulePath()));
    }
}
