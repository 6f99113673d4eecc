package io.crewsmith.git.remote;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the remote repository.
 *
 * @param url {@code https://…}, {@code ssh://…}, {@code git@host:path} or a folder; never with a password in it
 * @param branch its branch that reviewed code is merged into
 * @param user for HTTPS; GitHub takes any, GitLab wants {@code oauth2}
 * @param token for HTTPS, with the right to push
 * @param privateKey file of the key for SSH, without a passphrase
 * @param knownHosts file of the host keys that are trusted, as {@code ssh-keyscan} writes it
 * @param timeout of a connection without an answer, at least 1 second
 * @param freshFor how long what was fetched counts as known before a new branch begins; 0 or more
 * @param depth how many commits of its history are fetched at the first start; 0 for all
 */
public record RemoteSettings(
        String url,
        @DefaultValue("main") String branch,
        @DefaultValue("x-access-token") String user,
        @Nullable String token,
        @Nullable Path privateKey,
        @Nullable Path knownHosts,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("10s") Duration freshFor,
        @DefaultValue("0") int depth) {

    private static final String NAME = "crewsmith.git.remote.";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    public RemoteSettings {
        URIish address = address(url);
        if (address.getPass() != null) {
            throw new IllegalArgumentException(NAME + "url holds a password; put it into crewsmith.git.remote.token");
        }
        if ("http".equals(address.getScheme()) && !LOOPBACK.contains(address.getHost())) {
            throw new IllegalArgumentException(NAME + "url sends the token in the clear; use https");
        }
        if (isSsh(address) && (privateKey == null || knownHosts == null)) {
            throw new IllegalArgumentException(
                    NAME + "url is for SSH: name the files crewsmith.git.remote.private-key and .known-hosts");
        }
        if (timeout.compareTo(Duration.ofSeconds(1)) < 0 || freshFor.isNegative() || depth < 0) {
            throw new IllegalArgumentException(
                    NAME + "timeout must be 1s or more, fresh-for and depth must not be negative");
        }
    }

    URIish address() {
        return address(url);
    }

    private static URIish address(@Nullable String url) {
        if (url == null || url.isBlank()) {
            throw new IllegalArgumentException(NAME + "url is missing; without a remote leave all of them out");
        }
        try {
            return new URIish(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(NAME + "url is no address of a repository", e);
        }
    }

    private static boolean isSsh(URIish address) {
        return "ssh".equals(address.getScheme()) || (address.getScheme() == null && address.getHost() != null);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "RemoteSettings[%s, branch %s]".formatted(url, branch);
    }
}
