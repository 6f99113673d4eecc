package io.crewsmith.system;

import io.crewsmith.standalone.Platform;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST API as one user sees it. */
record Api(URI gateway, @Nullable String token) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** An answer: status, headers and JSON. */
    record Answer(int status, HttpResponse<String> response) {

        JsonNode body() {
            return JsonMapper.shared().readTree(response.body());
        }

        String text(String pointer) {
            return body().at(pointer).asString();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    static Api as(String user) {
        return as(user, RunningPlatform.platform());
    }

    static Api as(String user, Platform platform) {
        return new Api(platform.addresses().gateway(), platform.token(user));
    }

    static Api withToken(@Nullable String token) {
        return new Api(RunningPlatform.platform().addresses().gateway(), token);
    }

    Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    Answer post(String path, String body) {
        return send("POST", path, body, Map.of());
    }

    Answer send(String method, String path, @Nullable String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new NoAnswer(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
