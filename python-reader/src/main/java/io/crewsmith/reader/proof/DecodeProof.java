package io.crewsmith.reader.proof;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.python.tree.Position;
import io.crewsmith.python.tree.PythonModule;
import io.crewsmith.reader.ModuleReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Proves of a file that it says its configuration, exactly and completely, and nothing else.
 *
 * <p>Twice, by ways that share the parser and a table of keywords: what the reader reads must be what the configuration demands, type and
 * value; and the file's tree must be the tree that the configuration demands, node for node, with the header's comments
 * and no other. What is not understood, or not known, is a discrepancy.
 */
public final class DecodeProof {

    private final Catalogue catalogue;
    private final ModuleReader reader;
    private final Demands demands;

    public DecodeProof(Catalogue catalogue) {
        Skeleton.readAll();
        this.catalogue = catalogue;
        this.reader = new ModuleReader(catalogue);
        this.demands = new Demands(catalogue);
    }

    /**
     * Every discrepancy of one Python file; none is the proof.
     *
     * @param path of the file in the deployment folder
     * @param source the text that the tree was made of
     */
    public List<Discrepancy> examine(Claim claim, String path, PythonModule module, String source) {
        return switch (demands.of(claim)) {
            case Demands.Refused(String reason) -> List.of(unreadable(reason));
            case Demands.Demanded demanded -> examine(claim, demanded, path, module, source);
        };
    }

    /** What is wrong with the names of the files, the module first. */
    public List<Discrepancy> files(Claim claim, List<String> paths) {
        List<String> known = Files.of(claim).all();
        List<Discrepancy> found = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String path : paths) {
            if (!known.contains(path) || !seen.add(path)) {
                found.add(new Discrepancy(
                        Discrepancy.Kind.EXTRA,
                        "",
                        Position.START,
                        "the file %s belongs to no such run".formatted(path)));
            }
        }
        if (paths.isEmpty() || !paths.getFirst().equals(known.getFirst())) {
            found.add(new Discrepancy(
                    Discrepancy.Kind.MISMATCH, "", Position.START, "the first file is not " + known.getFirst()));
        }
        return found;
    }

    private List<Discrepancy> examine(
            Claim claim, Demands.Demanded demanded, String path, PythonModule module, String source) {
        List<Discrepancy> found = new ArrayList<>(demanded.problems());
        found.addAll(new Header(claim, catalogue.target(), demanded.digest()).compare(source));
        Files files = Files.of(claim);
        if (path.equals(files.module())) {
            found.addAll(ReadingComparison.of(claim.kind(), demanded.expected(), reader.read(module, source)));
            found.addAll(TreeComparison.of(demanded.module(), module));
        } else if (path.equals(files.test())) {
            found.addAll(TreeComparison.of(demanded.test(), module));
        } else {
            found.add(unreadable("the file %s is neither the module nor its test".formatted(path)));
        }
        return withoutRepeats(found);
    }

    private static Discrepancy unreadable(String reason) {
        return new Discrepancy(Discrepancy.Kind.UNREADABLE, "", Position.START, reason);
    }

    /** Both ways find the same thing at the same place; once is enough. */
    private static List<Discrepancy> withoutRepeats(List<Discrepancy> found) {
        Set<Object> seen = new LinkedHashSet<>();
        return found.stream()
                .filter(one -> seen.add(
                        List.of(one.kind(), one.pointer(), one.pointer().isEmpty() ? one : one.at())))
                .toList();
    }
}
