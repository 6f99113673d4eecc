package io.crewsmith.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.crewsmith.github.StandInPeople.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A webhook: deliveries go to an address, signed with a secret. */
public final class StandInHook implements StandInPeople.Listener {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI receiver;
    private final String secret;

    public StandInHook(URI receiver, String secret) {
        this.receiver = receiver;
        this.secret = secret;
    }

    @Override
    public Answer deliver(String event, String payload) {
        return deliver(event, payload, "sha256=" + signature(payload));
    }

    public Answer deliver(String event, String payload, String signature) {
        try {
            HttpRequest request = HttpRequest.newBuilder(receiver)
                    .header("Content-Type", "application/json")
                    .header("User-Agent", "GitHub-Hookshot/044aadd")
                    .header("X-GitHub-Delivery", UUID.randomUUID().toString())
                    .header("X-GitHub-Event", event)
                    .header("X-Hub-Signature-256", signature)
                    .POST(BodyPublishers.ofString(payload))
                    .build();
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String signature(String payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
