package io.crewsmith.catalogue.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The one text of some values (RFC 8785), and its digest. */
final class CanonicalJson {

    private CanonicalJson() {}

    static String write(Map<String, @Nullable Object> values) {
        try {
            return new JsonCanonicalizer(JsonMapper.shared().writeValueAsString(values)).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException("Our own JSON must be readable", e);
        }
    }

    /** SHA-256 of the text's UTF-8 bytes, lower-case hex. */
    static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
