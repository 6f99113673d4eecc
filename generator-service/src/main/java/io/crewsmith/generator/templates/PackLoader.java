package io.crewsmith.generator.templates;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes a pack of a folder, and believes nothing in it before it is proven. */
final class PackLoader {

    private final String target;
    private final Map<String, FixtureRenderer> renderers;

    PackLoader(String target, Map<String, FixtureRenderer> renderers) {
        this.target = target;
        this.renderers = Map.copyOf(renderers);
    }

    /**
     * The pack.
     *
     * @throws BrokenPack where anything about it is wrong
     */
    TemplatePack load(PackFolder folder) {
        TemplatePack pack = parse(folder);
        proof(folder, pack).prove();
        return pack.proven();
    }

    /** The pack, not proven yet. */
    TemplatePack parse(PackFolder folder) {
        Manifest manifest = Manifest.read(folder.text(Manifest.FILE));
        check(folder, manifest);
        Map<String, String> texts = new TreeMap<>();
        Map<String, List<String>> includes = new TreeMap<>();
        for (String name : folder.templates()) {
            texts.put(name, folder.text(name));
            includes.put(name, TemplateSyntax.check(name, folder.text(name)));
        }
        includes.keySet().forEach(name -> follow(List.of(name), includes));
        return new TemplatePack(folder, manifest, new Sandbox(texts));
    }

    FixtureProof proof(PackFolder folder, TemplatePack pack) {
        FixtureRenderer renderer = renderers.get(pack.version().id());
        if (renderer == null) {
            throw new BrokenPack(Manifest.FILE, 1, "id must be one of " + renderers.keySet() + ".");
        }
        return new FixtureProof(folder, pack, renderer);
    }

    private void check(PackFolder folder, Manifest manifest) {
        if (!folder.name().equals(manifest.id() + "/" + manifest.version())) {
            throw new BrokenPack(
                    Manifest.FILE, 1, "id and version must be as the folders are called: " + folder.name());
        }
        if (!manifest.target().equals(target)) {
            throw new BrokenPack(Manifest.FILE, 1, "target must be " + target + ".");
        }
    }

    /** Parts are there, and none comes round to where it began: a template cannot include itself for ever. */
    private static void follow(List<String> path, Map<String, List<String>> includes) {
        String name = path.getLast();
        for (String part : includes.getOrDefault(name, List.of())) {
            if (!includes.containsKey(part)) {
                throw new BrokenPack("%s includes %s, which is not in the pack; add it.".formatted(name, part));
            }
            if (OutputFile.isPage(part) != OutputFile.isPage(name)) {
                throw new BrokenPack(
                        "%s includes %s; a page takes parts of pages, Python those of Python.".formatted(name, part));
            }
            if (path.contains(part)) {
                throw new BrokenPack("%s includes itself, by way of %s; take that out.".formatted(part, name));
            }
            follow(Stream.concat(path.stream(), Stream.of(part)).toList(), includes);
        }
    }
}
