package io.crewsmith.validator;

import static java.util.stream.Collectors.joining;

import io.crewsmith.events.v1.SourceFile;
import io.crewsmith.platform.events.Digests;
import java.util.List;

/** What was scanned, worked out from the texts themselves: what a candidate says of its digests is not believed. */
final class ScannedFiles {

    private ScannedFiles() {}

    /** SHA-256 over paths and digests of the files: equal to the candidate's code digest only where that is true. */
    static String digest(List<SourceFile> files) {
        return Digests.sha256(files.stream()
                .map(file -> file.getPath() + "\0" + Digests.sha256(file.getContent()) + "\n")
                .collect(joining()));
    }
}
