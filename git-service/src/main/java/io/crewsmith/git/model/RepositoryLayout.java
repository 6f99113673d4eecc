package io.crewsmith.git.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where the files of an agent or a crew lie in the repository: in a folder of their own under one of 256, because Git writes a
 * folder's whole list anew for each commit. With 10,000 files that is the largest lever on the time of a commit.
 */
public final class RepositoryLayout {

    private static final int SHARD_BYTES = 1;

    private RepositoryLayout() {}

    /**
     * The path in the repository of a file of the deployment folder: {@code app/crews/market_brief.py} and its test lie
     * side by side in the folder of the crew.
     */
    public static String path(String agentKey, String deploymentPath) {
        String[] parts = deploymentPath.split("/");
        return "%s/%s".formatted(folder(parts[1], agentKey), parts[2]);
    }

    /** The path of the module of an agent or a crew. */
    public static String module(Change.Kind kind, String key) {
        return path(key, "app/%ss/%s.py".formatted(kind.word(), key.replace('-', '_')));
    }

    /** The folder of one agent or crew. */
    static String folder(String kinds, String agentKey) {
        return "%s/%s/%s".formatted(kinds, shard(agentKey), agentKey);
    }

    private static String shard(String agentKey) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(agentKey.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, SHARD_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
