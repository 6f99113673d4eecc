package io.crewsmith.standalone.demo;

import io.crewsmith.standalone.Platform;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST API as one user sees it. */
final class Gateway {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http;
    private final URI base;
    private final String token;

    private Gateway(HttpClient http, URI base, String token) {
        this.http = http;
        this.base = base;
        this.token = token;
    }

    static Gateway as(String user, Platform platform, HttpClient http) {
        return new Gateway(http, platform.addresses().gateway(), platform.token(user));
    }

    JsonNode get(String path) {
        return expect(send("GET", path, ""), 200);
    }

    JsonNode post(String path, String body) {
        HttpResponse<String> response = send("POST", path, body);
        return expect(response, response.statusCode() == 201 ? 201 : 200);
    }

    JsonNode put(String path, String body) {
        return expect(send("PUT", path, body), 200);
    }

    /** The status of a request that should be refused. */
    int statusOfPost(String path, String body) {
        return send("POST", path, body).statusCode();
    }

    private static JsonNode expect(HttpResponse<String> response, int status) {
        StoryBroken.unless(
                response.statusCode() == status,
                "%s answered %d: %s".formatted(response.request().uri(), response.statusCode(), response.body()));
        return JSON.readTree(response.body());
    }

    private HttpResponse<String> send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StoryBroken("%s %s got no answer".formatted(method, path), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryBroken("Interrupted", e);
        }
    }
}
