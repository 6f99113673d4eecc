package io.crewsmith.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows secrets by the published forms of their issuers. */
final class Secrets {

    private static final Map<String, Pattern> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("a private key", Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----"));
        KINDS.put("a GitHub token", Pattern.compile("\\b(gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{22,})"));
        KINDS.put("an AWS access key", Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b"));
        KINDS.put("an API key", Pattern.compile("\\bsk-[A-Za-z0-9_-]{20,}"));
        KINDS.put("a Google API key", Pattern.compile("\\bAIza[0-9A-Za-z_-]{35}"));
        KINDS.put("a Slack token", Pattern.compile("\\bxox[abeoprs]-[A-Za-z0-9-]{10,}"));
        KINDS.put("a password in a URL", Pattern.compile("\\b[a-z][a-z0-9+.-]*://[^\\s/:@]+:[^\\s/@]+@"));
    }

    private Secrets() {}

    /** What kind of secret the text holds. */
    static Optional<String> find(String text) {
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
