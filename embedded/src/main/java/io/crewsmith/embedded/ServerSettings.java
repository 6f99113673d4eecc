package io.crewsmith.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** PostgreSQL's settings for a small machine. */
final class ServerSettings {

    private ServerSettings() {}

    /**
     * Options of {@code initdb}. The locale is PostgreSQL's own, so that text sorts alike on every machine; and the
     * password is asked for from the first moment, since a later option wins over the embedding library's "trust".
     */
    static Map<String, String> cluster(Path passwordFile) {
        return Map.of(
                "locale", "C",
                "locale-provider", "builtin",
                "builtin-locale", "C.UTF-8",
                "auth", "scram-sha-256",
                "pwfile", passwordFile.toString());
    }

    /**
     * Options of the server. They are all given even where they are PostgreSQL's defaults, because the embedding library
     * switches fsync off.
     */
    static Map<String, String> server(boolean synced) {
        String sync = synced ? "on" : "off";
        Map<String, String> settings = new HashMap<>();
        settings.put("fsync", sync);
        settings.put("synchronous_commit", sync);
        settings.put("full_page_writes", sync);
        settings.put("listen_addresses", Loopback.HOST);
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", "100");
        settings.put("shared_buffers", "32MB");
        settings.put("max_wal_size", "256MB");
        settings.put("io_method", "sync");
        settings.put("max_parallel_workers_per_gather", "0");
        settings.put("timezone", "UTC");
        return settings;
    }
}
