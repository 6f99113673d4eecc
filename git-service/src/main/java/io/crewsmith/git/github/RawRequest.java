package io.crewsmith.git.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.connector.GitHubConnectorRequest;

/** A request that the library has no method for. */
record RawRequest(
        String method,
        URL url,
        Map<String, List<String>> allHeaders,
        @Nullable String json) implements GitHubConnectorRequest {

    @Override
    public @Nullable String header(String name) {
        List<String> values = allHeaders.get(name);
        return values == null ? null : values.getFirst();
    }

    @Override
    public @Nullable String contentType() {
        return header("Content-Type");
    }

    @Override
    public @Nullable InputStream body() {
        return json == null ? null : new ByteArrayInputStream(json.getBytes(UTF_8));
    }

    @Override
    public boolean hasBody() {
        return json != null;
    }
}
