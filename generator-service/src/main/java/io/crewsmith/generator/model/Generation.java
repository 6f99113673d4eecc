package io.crewsmith.generator.model;

import io.crewsmith.catalogue.Warning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of a configuration. */
public sealed interface Generation {

    /** It is code, the module first, with what the target cannot express. */
    record Generated(List<SourceFile> files, TemplateVersion template, List<Warning> warnings) implements Generation {

        public Generated {
            files = List.copyOf(files);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * It could not be rendered.
     *
     * @param reason what went wrong and what to do
     * @param templateId which template was wanted, where that is known
     * @param templateVersion which version of it
     * @param line of the template, from 1, where it is one line's fault
     */
    record Failed(
            String reason,
            Cause cause,
            @Nullable String templateId,
            @Nullable String templateVersion,
            @Nullable Integer line)
            implements Generation {}

    /** What kind of failure it was. */
    enum Cause {
        CONFIGURATION,
        UNKNOWN_VERSION,
        TEMPLATE,
        SIZE,
        TIME
    }

    /**
     * Which template rendered it.
     *
     * @param digest SHA-256 over the files of the pack, lower-case hex
     */
    record TemplateVersion(String id, String version, String digest) {}
}
