package io.crewsmith.reader.proof;

import io.crewsmith.python.tree.PythonModule;
import io.crewsmith.reader.GeneratedFiles;
import io.crewsmith.reader.GeneratedFiles.GeneratedFile;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;

/** Gives the first proof of every kind of file up; says what the second ones of the same process find. */
public final class InterruptedProof implements Callable<Set<String>> {

    @Override
    public Set<String> call() {
        var proof = new DecodeProof(GeneratedFiles.CATALOGUE);
        Set<String> found = new HashSet<>();
        for (GeneratedFile file : GeneratedFiles.all()) {
            PythonModule tree = GeneratedFiles.tree(file.source());
            Thread.currentThread().interrupt();
            try {
                proof.examine(file.claim(), file.path(), tree, file.source());
            } catch (RuntimeException | LinkageError givenUp) {
                found.add(file + ": " + givenUp);
            }
            Thread.interrupted();
            proof.examine(file.claim(), file.path(), tree, file.source()).forEach(one -> found.add(file + ": " + one));
        }
        return found;
    }
}
