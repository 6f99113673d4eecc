package io.crewsmith.deployment.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * One file of a release.
 *
 * @param path path in the deployment folder
 * @param content its text
 * @param digest SHA-256 that was approved, lower-case hex
 */
public record ReleasedFile(String path, String content, String digest) {

    private static final Pattern ALLOWED = Pattern.compile("(app|docs|tests)/(agents|crews)/[a-z][a-z0-9_]*\\.(py|md)");

    /** Whether the path leads where agents and crews live, with their tests and pages, and nowhere else. */
    public boolean isInItsPlace() {
        return ALLOWED.matcher(path).matches();
    }

    /** Whether the text is what was approved. */
    public boolean isAsApproved() {
        try {
            byte[] actual = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
            return MessageDigest.isEqual(HexFormat.of().formatHex(actual).getBytes(UTF_8), digest.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
