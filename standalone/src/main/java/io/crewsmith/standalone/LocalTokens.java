package io.crewsmith.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The tokens of the local users, one a role, made at the first start and kept where only their owner can read them. */
final class LocalTokens {

    static final List<String> USERS = List.of("author", "reviewer", "operator", "admin", "service");

    private static final int TOKEN_BYTES = 32;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private LocalTokens() {}

    /** The tokens in the file, by user; makes the file if there is none. */
    static Map<String, String> in(Path file) {
        try {
            if (!Files.exists(file)) {
                write(file);
            }
            return JSON.readValue(Files.readAllBytes(file), new TypeReference<LinkedHashMap<String, String>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or write the tokens in " + file, e);
        }
    }

    private static void write(Path file) throws IOException {
        Map<String, String> tokens = new LinkedHashMap<>();
        USERS.forEach(user -> tokens.put(user, newToken()));
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), "tokens", ".new", ownerOnly);
        Files.write(unfinished, JSON.writeValueAsBytes(tokens));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
