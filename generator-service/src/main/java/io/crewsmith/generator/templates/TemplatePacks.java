package io.crewsmith.generator.templates;

import io.crewsmith.generator.model.Generation;
import io.crewsmith.generator.model.Generation.Cause;
import io.crewsmith.generator.model.Generation.Failed;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All packs there are, and those that were refused. */
public final class TemplatePacks {

    private static final String BUILT_IN = "classpath:/templates/";

    private final PackLoader loader;
    private final SortedMap<String, TemplatePack> packs = new TreeMap<>();
    private final SortedMap<String, String> refused = new TreeMap<>();

    private TemplatePacks(PackLoader loader) {
        this.loader = loader;
    }

    /**
     * The built-in packs and those of a further folder. A broken one of ours stops the service; a broken one of others is
     * refused, and the rest goes on.
     *
     * @param target what code runs on: crewai-1.3.0
     * @param renderers how a fixture is rendered, by what the pack is for
     * @param folder the further folder
     * @throws IllegalStateException where a built-in pack is broken
     */
    public static TemplatePacks load(String target, Map<String, FixtureRenderer> renderers, @Nullable Path folder) {
        var packs = new TemplatePacks(new PackLoader(target, renderers));
        PackFolder.in(BUILT_IN).forEach(packs::addBuiltIn);
        if (folder != null) {
            PackFolder.in(folder.toUri().toString()).forEach(packs::add);
        }
        return packs;
    }

    /**
     * The pack that is wanted.
     *
     * @throws RenderingFailed where there is none
     */
    public TemplatePack pack(String id, String version) throws RenderingFailed {
        TemplatePack pack = packs.get(id + "/" + version);
        if (pack == null) {
            throw new RenderingFailed(new Failed(unknown(id, version), Cause.UNKNOWN_VERSION, id, version, null));
        }
        return pack;
    }

    /** What is wrong with each pack that cannot be used, by id/version. */
    public SortedMap<String, String> refused() {
        return Collections.unmodifiableSortedMap(refused);
    }

    private String unknown(String id, String version) {
        String problem = refused.get(id + "/" + version);
        List<String> versions = packs.values().stream()
                .map(TemplatePack::version)
                .filter(known -> known.id().equals(id))
                .map(Generation.TemplateVersion::version)
                .toList();
        return problem == null
                ? "There is no version %s of the template %s; choose one of %s."
                        .formatted(version, id, String.join(", ", versions))
                : "Version %s of the template %s was refused: %s Until it is repaired, choose one of %s."
                        .formatted(version, id, problem, String.join(", ", versions));
    }

    private void addBuiltIn(PackFolder folder) {
        try {
            packs.put(folder.name(), loader.load(folder));
        } catch (BrokenPack e) {
            throw new IllegalStateException("The built-in template %s: %s".formatted(folder.name(), e.getMessage()), e);
        }
    }

    private void add(PackFolder folder) {
        try {
            if (packs.containsKey(folder.name())) {
                throw new BrokenPack(
                        "There is a version of this name already; a version never changes, so take a new one.");
            }
            packs.put(folder.name(), loader.load(folder));
        } catch (BrokenPack e) {
            refused.put(folder.name(), String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            refused.put(folder.name(), "Reading it ended in %s; make it simpler.".formatted(e));
        }
    }
}
