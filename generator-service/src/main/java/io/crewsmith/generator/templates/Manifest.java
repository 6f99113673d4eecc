package io.crewsmith.generator.templates;

import io.crewsmith.generator.templates.OutputFile.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.NestedExceptionUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a pack says of itself in its {@code pack.json}.
 *
 * @param id what it renders, and the name of the folder above its own: agent
 * @param version semantic, and the name of its folder; what is in a version never changes
 * @param target what its code runs on: crewai-1.3.0
 * @param description one sentence for people
 * @param files what it renders, the module first
 */
record Manifest(String id, String version, String target, String description, List<OutputFile> files) {

    static final String FILE = "pack.json";

    private static final Pattern VERSION = Pattern.compile("(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*)){2}");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    Manifest {
        if (id == null || version == null || target == null || description == null || files == null) {
            throw new BrokenPack("id, version, target, description and files must all be there.");
        }
        if (!VERSION.matcher(version).matches()) {
            throw new BrokenPack("version must be like 1.0.0, but is " + version + ".");
        }
        if (files.stream().filter(file -> file.kind() == Kind.MODULE).count() != 1) {
            throw new BrokenPack("files must hold exactly one module.");
        }
        if (files.stream().map(OutputFile::path).distinct().count() != files.size()
                || files.stream().map(OutputFile::kind).distinct().count() != files.size()) {
            throw new BrokenPack("No two files may have the same path or the same kind.");
        }
        files = files.stream().sorted(Comparator.comparing(OutputFile::kind)).toList();
    }

    static Manifest read(String json) {
        try {
            return JSON.readValue(json, Manifest.class);
        } catch (JacksonException e) {
            Throwable root = NestedExceptionUtils.getMostSpecificCause(e);
            boolean inFiles = root instanceof BrokenPack
                    && e instanceof DatabindException located
                    && !located.getPath().isEmpty();
            String problem = root instanceof BrokenPack
                    ? String.valueOf(root.getMessage())
                    : e.getOriginalMessage().split(" \\(")[0] + ".";
            // Of the manifest as a whole Jackson knows only where it ends.
            throw inFiles || e instanceof StreamReadException
                    ? new BrokenPack(FILE, e.getLocation().getLineNr(), problem)
                    : new BrokenPack(FILE + ": " + problem);
        }
    }
}
