package io.crewsmith.generator.templates;

import static java.util.stream.Collectors.joining;

import io.crewsmith.platform.events.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files of one version of a pack.
 *
 * @param name id/version, from the names of the folders
 * @param files bytes by path inside the pack
 */
record PackFolder(String name, SortedMap<String, byte[]> files) {

    /**
     * The packs of a folder.
     *
     * @param location as Spring names resources, with a slash at the end
     */
    static List<PackFolder> in(String location) {
        var resources = new PathMatchingResourcePatternResolver();
        var packs = new TreeMap<String, SortedMap<String, byte[]>>();
        try {
            int root = resources.getResource(location).getURL().toString().length();
            for (Resource resource : resources.getResources(location + "*/*/**")) {
                String path = resource.getURL().toString().substring(root);
                int file = path.indexOf('/', path.indexOf('/') + 1);
                if (resource.isReadable() && file > 0 && !path.endsWith("/")) {
                    packs.computeIfAbsent(path.substring(0, file), name -> new TreeMap<>())
                            .put(path.substring(file + 1), resource.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The template packs in %s cannot be read".formatted(location), e);
        }
        List<PackFolder> folders = new ArrayList<>();
        packs.forEach((name, files) -> folders.add(new PackFolder(name, files)));
        return folders;
    }

    /** The text of a file that must be there. */
    String text(String file) {
        byte[] bytes = files.get(file);
        if (bytes == null) {
            throw new BrokenPack("%s is missing; add it.".formatted(file));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BrokenPack("%s is not UTF-8; save it so.".formatted(file));
        }
    }

    List<String> templates() {
        return files.keySet().stream().filter(file -> file.endsWith(".ftl")).toList();
    }

    /** SHA-256 over names and digests of all files, lower-case hex. */
    String digest() {
        return Digests.sha256(files.entrySet().stream()
                .map(file -> file.getKey() + "\0" + Digests.sha256(file.getValue()) + "\n")
                .collect(joining()));
    }
}
