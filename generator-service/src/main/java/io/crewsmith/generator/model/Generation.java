package io.crewsmith.generator.model;

import io.crewsmith.catalogue.Warning;
import java.util.List;

/** What becomes of a configuration. */
public sealed interface Generation {

    /** It is code, the module first, with what the target cannot express. */
    record Generated(List<SourceFile> files, TemplateVersion template, List<Warning> warnings) implements Generation {

        public Generated {
            files = List.copyOf(files);
            warnings = List.copyOf(warnings);
        }
    }

    /** It could not be rendered. */
    record Failed(String reason) implements Generation {}

    /**
     * Which template rendered it.
     *
     * @param digest SHA-256 over the files of the pack, lower-case hex
     */
    record TemplateVersion(String id, String version, String digest) {}
}
