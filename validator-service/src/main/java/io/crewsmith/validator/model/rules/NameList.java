package io.crewsmith.validator.model.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads the lists that lie beside the rules; a missing one stops the service rather than allowing everything. */
final class NameList {

    private NameList() {}

    static List<String> lines(String file) {
        var stream = NameList.class.getResourceAsStream(file);
        if (stream == null) {
            throw new IllegalStateException("the rules' list " + file + " is missing from the jar");
        }
        try (var reader = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
