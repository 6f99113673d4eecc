package io.crewsmith.platform.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in lower-case hex, the only digest that Crewsmith knows. */
public final class Digests {

    private Digests() {}

    /** Digest of the bytes. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Digest of the text's UTF-8 bytes. */
    public static String sha256(String text) {
        return sha256(text.getBytes(UTF_8));
    }
}
