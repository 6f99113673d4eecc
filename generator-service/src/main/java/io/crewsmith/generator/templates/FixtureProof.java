package io.crewsmith.generator.templates;

import io.crewsmith.generator.model.Generation.Failed;
import io.crewsmith.generator.model.Generation.Generated;
import io.crewsmith.generator.model.SourceFile;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Proves a pack by its own fixtures: each {@code fixtures/<name>.json} gives exactly the files beside it. */
final class FixtureProof {

    private static final String FOLDER = "fixtures/";
    private static final String INPUT = ".json";

    private final PackFolder folder;
    private final TemplatePack pack;
    private final FixtureRenderer renderer;

    FixtureProof(PackFolder folder, TemplatePack pack, FixtureRenderer renderer) {
        this.folder = folder;
        this.pack = pack;
        this.renderer = renderer;
    }

    /**
     * Renders each fixture.
     *
     * @throws BrokenPack at the first difference
     */
    void prove() {
        Map<String, String> outputs = outputs();
        outputs.forEach((file, output) -> compare(file, folder.text(file), output));
        Set<String> strays = new HashSet<>(folder.files().keySet());
        strays.removeIf(file -> !file.startsWith(FOLDER) || file.endsWith(INPUT) || outputs.containsKey(file));
        if (!strays.isEmpty()) {
            throw new BrokenPack("Nothing gives %s; add its .json, or remove it.".formatted(strays));
        }
    }

    /** What the golden files must be, by their path in the pack. */
    SortedMap<String, String> outputs() {
        SortedMap<String, String> outputs = new TreeMap<>();
        for (String input : folder.files().keySet()) {
            if (input.startsWith(FOLDER) && input.endsWith(INPUT)) {
                String fixture = input.substring(0, input.length() - INPUT.length());
                List<SourceFile> files = render(input);
                for (int index = 0; index < files.size(); index++) {
                    outputs.put(
                            pack.manifest().files().get(index).golden(fixture),
                            files.get(index).content());
                }
            }
        }
        if (outputs.isEmpty()) {
            throw new BrokenPack("There is no fixture; add fixtures/<name>.json and what it must give.");
        }
        return outputs;
    }

    private List<SourceFile> render(String input) {
        return switch (renderer.render(pack, folder.text(input))) {
            case Generated generated -> generated.files();
            case Failed failed -> throw new BrokenPack("%s: %s".formatted(input, failed.reason()));
        };
    }

    private static void compare(String file, String golden, String output) {
        String[] wanted = golden.split("\n", -1);
        String[] given = output.split("\n", -1);
        int line = 0;
        while (line < wanted.length && line < given.length && wanted[line].equals(given[line])) {
            line++;
        }
        if (line < wanted.length || line < given.length) {
            throw new BrokenPack(
                    file,
                    line + 1,
                    "the template gives %s, but the golden file has %s. Repair the template, or correct the golden file."
                            .formatted(at(given, line), at(wanted, line)));
        }
    }

    private static String at(String[] lines, int line) {
        return line < lines.length ? "«%s»".formatted(lines[line]) : "no such line";
    }
}
