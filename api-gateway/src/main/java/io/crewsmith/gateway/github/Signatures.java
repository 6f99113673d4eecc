package io.crewsmith.gateway.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.crewsmith.platform.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Checks {@code X-Hub-Signature-256}: HMAC-SHA256 of the payload's bytes, in hex
 * (<a href="https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries">GitHub's documentation</a>).
 */
final class Signatures {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String SCHEME = "sha256=";
    private static final byte[] NONE = {};

    private final List<SecretKeySpec> keys;

    Signatures(List<Secret> secrets) {
        this.keys = secrets.stream()
                .map(secret -> new SecretKeySpec(secret.value().getBytes(UTF_8), ALGORITHM))
                .toList();
    }

    /** Whether it was made with one of the secrets. Takes as long for a wrong one as for a right one. */
    boolean isRight(byte[] payload, @Nullable String header) {
        byte[] given = bytes(header);
        boolean right = false;
        for (SecretKeySpec key : keys) {
            right |= MessageDigest.isEqual(sign(payload, key), given);
        }
        return right;
    }

    private static byte[] bytes(@Nullable String header) {
        if (header == null || !header.startsWith(SCHEME)) {
            return NONE;
        }
        try {
            return HexFormat.of().parseHex(header, SCHEME.length(), header.length());
        } catch (IllegalArgumentException e) {
            return NONE;
        }
    }

    private static byte[] sign(byte[] payload, SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(payload);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform must have " + ALGORITHM, e);
        }
    }
}
