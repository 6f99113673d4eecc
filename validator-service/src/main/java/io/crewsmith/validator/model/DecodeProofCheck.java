package io.crewsmith.validator.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.crewsmith.python.ParseResult;
import io.crewsmith.reader.proof.Claim;
import io.crewsmith.reader.proof.DecodeProof;
import io.crewsmith.reader.proof.Discrepancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds one generated file against the configuration that it was made from. */
public final class DecodeProofCheck implements Check {

    /** The name that appears in {@link Verdict#checks()}. */
    public static final String NAME = "decode-proof";

    private final DecodeProof proof;
    private final Claim claim;
    private final String path;
    private final List<String> paths;

    /**
     * @param path of the file in the deployment folder
     * @param paths of it and of all that come with it, the module first
     */
    public DecodeProofCheck(DecodeProof proof, Claim claim, String path, List<String> paths) {
        this.proof = proof;
        this.claim = claim;
        this.path = path;
        this.paths = List.copyOf(paths);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Layer layer() {
        return Layer.SHAPE;
    }

    @Override
    public Optional<String> basis() {
        return Optional.of("%s %s %s".formatted(claim, path.equals(paths.getFirst()) ? paths : List.of(), path));
    }

    @Override
    public Optional<List<Finding>> examine(Submission submission) {
        return switch (submission.syntax()) {
            case ParseResult.Refused _ -> Optional.empty();
            case ParseResult.Parsed parsed -> {
                List<Discrepancy> found = new ArrayList<>(
                        proof.examine(claim, path, parsed.tree(), new String(submission.code(), UTF_8)));
                if (path.equals(paths.getFirst())) {
                    found.addAll(proof.files(claim, paths));
                }
                yield Optional.of(found.stream().map(DecodeProofCheck::finding).toList());
            }
        };
    }

    /** Critical, since something else than the configuration wrote into the file. */
    private static Finding finding(Discrepancy discrepancy) {
        String parameter = discrepancy.pointer().isEmpty() ? "" : discrepancy.pointer() + ": ";
        return new Finding(
                discrepancy.kind().id(),
                Severity.CRITICAL,
                Layer.SHAPE,
                discrepancy.at().line(),
                discrepancy.at().column(),
                "%s%s: generate the code anew".formatted(parameter, discrepancy.message()));
    }
}
