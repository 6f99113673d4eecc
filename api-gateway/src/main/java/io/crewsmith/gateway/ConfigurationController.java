package io.crewsmith.gateway;

import io.crewsmith.catalogue.Kind;
import io.crewsmith.events.v1.SaveMode;
import io.crewsmith.gateway.model.SavedConfiguration;
import java.net.URI;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Create, read, replace, delete: the same for every kind. */
abstract class ConfigurationController {

    private static final String KEY = "Idempotency-Key";

    private final Kind kind;
    private final ConfigurationDesk desk;

    ConfigurationController(Kind kind, ConfigurationDesk desk) {
        this.kind = kind;
        this.desk = desk;
    }

    @PostMapping
    Mono<ResponseEntity<JsonNode>> create(
            @RequestBody byte[] body,
            @RequestHeader(name = KEY, required = false) @Nullable String idempotencyKey,
            Principal principal) {
        ConfigurationBodies.Submission submission = desk.read(kind, body);
        var caller = Caller.of(principal.getName(), idempotencyKey, "POST " + path());
        return desk.idFor(kind, caller, submission)
                .flatMap(id -> desk.save(kind, caller, id, SaveMode.CREATE, null, submission)
                        .map(saved -> ResponseEntity.created(location(id))
                                .eTag(etag(saved))
                                .body(desk.body(saved)))
                        .switchIfEmpty(later(id)));
    }

    @GetMapping
    Mono<Page<JsonNode>> list(
            @RequestParam(defaultValue = "") String cursor, @RequestParam(defaultValue = "50") int limit) {
        int size = Page.size(limit);
        Texts.requireStorable("", cursor);
        return desk.list(kind, cursor, size)
                .map(found -> Page.of(found, size, SavedConfiguration::key).map(desk::body));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<JsonNode>> read(@PathVariable UUID id) {
        return desk.existing(kind, id).map(this::ok);
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<JsonNode>> replace(
            @PathVariable UUID id,
            @RequestBody byte[] body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = KEY, required = false) @Nullable String idempotencyKey,
            Principal principal) {
        ConfigurationBodies.Submission submission = desk.read(kind, body);
        submission.requireId(kind, id);
        var caller = Caller.of(principal.getName(), idempotencyKey, "PUT %s/%s".formatted(path(), id));
        return desk.existing(kind, id)
                .then(desk.save(kind, caller, id, SaveMode.REPLACE, Revisions.expected(ifMatch), submission))
                .map(this::ok)
                .switchIfEmpty(later(id));
    }

    @DeleteMapping("/{id}")
    Mono<ResponseEntity<Void>> delete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Principal principal) {
        var caller = Caller.of(principal.getName(), null, "DELETE %s/%s".formatted(path(), id));
        Integer expected = Revisions.expected(ifMatch);
        return desk.existing(kind, id)
                .then(desk.delete(kind, caller, id, expected))
                .map(deleted -> ResponseEntity.noContent().<Void>build())
                .switchIfEmpty(Mono.fromSupplier(
                        () -> ResponseEntity.accepted().location(location(id)).build()));
    }

    private ResponseEntity<JsonNode> ok(SavedConfiguration saved) {
        return ResponseEntity.ok().eTag(etag(saved)).body(desk.body(saved));
    }

    private Mono<ResponseEntity<JsonNode>> later(UUID id) {
        return Mono.fromSupplier(
                () -> ResponseEntity.accepted().location(location(id)).build());
    }

    private static String etag(SavedConfiguration saved) {
        return Revisions.etag(saved.revision());
    }

    private URI location(UUID id) {
        return URI.create("%s/%s".formatted(path(), id));
    }

    private String path() {
        return "/api/%ss".formatted(kind.word());
    }
}
