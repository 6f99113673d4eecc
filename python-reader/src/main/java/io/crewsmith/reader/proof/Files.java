package io.crewsmith.reader.proof;

import io.crewsmith.catalogue.Kind;
import java.util.List;

/** Where the files of a run go in the deployment folder. */
record Files(String module, String test, String page) {

    static Files of(Claim claim) {
        String folder = claim.kind() == Kind.CREW ? "crews" : "agents";
        String name = Names.module(claim.key());
        return new Files(
                "app/%s/%s.py".formatted(folder, name),
                "tests/%s/test_%s.py".formatted(folder, name),
                "docs/%s/%s.md".formatted(folder, name));
    }

    List<String> all() {
        return List.of(module, test, page);
    }
}
