package io.crewsmith.gateway;

import io.crewsmith.events.v1.SaveMode;
import io.crewsmith.gateway.ledger.RuleQueries;
import io.crewsmith.gateway.model.RuleRevision;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The custom rules of the validator; a rule's name is its id without the namespace. */
@RestController
@RequestMapping("/api/custom-rules")
class CustomRuleController {

    static final String YAML = "application/yaml";

    private static final String PATH = "/api/custom-rules/";
    private static final String KEY = "Idempotency-Key";

    private final RuleDesk desk;
    private final RuleQueries ledger;

    CustomRuleController(RuleDesk desk, RuleQueries ledger) {
        this.desk = desk;
        this.ledger = ledger;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<RuleBody>> list(
            @RequestParam(defaultValue = "") String cursor, @RequestParam(defaultValue = "50") int limit) {
        int size = Page.size(limit);
        Texts.requireStorable("", cursor);
        return ledger.rules(cursor, size)
                .collectList()
                .map(found -> Page.of(found, size, RuleRevision::rule).map(RuleBody::of));
    }

    /** Takes a new rule into force; the body is the rule, as YAML or JSON. */
    @PostMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, YAML})
    Mono<ResponseEntity<RuleBody>> create(
            @RequestBody byte[] body,
            @RequestHeader(name = KEY, required = false) @Nullable String idempotencyKey,
            Principal principal) {
        RuleText rule = RuleText.of(body);
        String id = rule.id();
        var caller = Caller.of(principal.getName(), idempotencyKey, "POST " + PATH);
        return desk.save(caller, id, SaveMode.CREATE, null, rule)
                .map(saved -> ResponseEntity.created(location(id))
                        .eTag(Revisions.etag(saved.revision()))
                        .body(RuleBody.of(saved)))
                .switchIfEmpty(later(id));
    }

    @GetMapping(path = "/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<RuleBody>> read(@PathVariable String name) {
        return desk.existing(id(name)).map(CustomRuleController::ok);
    }

    /** The rule as it was sent. */
    @GetMapping(path = "/{name}", produces = YAML)
    Mono<ResponseEntity<String>> readText(@PathVariable String name) {
        return desk.existing(id(name))
                .map(saved -> ResponseEntity.ok()
                        .eTag(Revisions.etag(saved.revision()))
                        .body(saved.text()));
    }

    /** Every revision, the newest first; deletions are among them. */
    @GetMapping(path = "/{name}/revisions", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<List<RuleBody>> revisions(@PathVariable String name) {
        return ledger.revisions(id(name)).map(RuleBody::of).collectList().doOnNext(found -> {
            if (found.isEmpty()) {
                throw RuleDesk.unknown(id(name));
            }
        });
    }

    /** Takes a new revision into force; the body is the rule, as YAML or JSON. */
    @PutMapping(
            path = "/{name}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, YAML})
    Mono<ResponseEntity<RuleBody>> replace(
            @PathVariable String name,
            @RequestBody byte[] body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = KEY, required = false) @Nullable String idempotencyKey,
            Principal principal) {
        RuleText rule = RuleText.of(body);
        var caller = Caller.of(principal.getName(), idempotencyKey, "PUT " + PATH + name);
        return desk.existing(id(name))
                .then(desk.save(caller, id(name), SaveMode.REPLACE, Revisions.expected(ifMatch), rule))
                .map(CustomRuleController::ok)
                .switchIfEmpty(later(id(name)));
    }

    @DeleteMapping("/{name}")
    Mono<ResponseEntity<Void>> delete(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Principal principal) {
        var caller = Caller.of(principal.getName(), null, "DELETE " + PATH + name);
        return desk.existing(id(name))
                .then(desk.delete(caller, id(name), Revisions.expected(ifMatch)))
                .map(deleted -> ResponseEntity.noContent().<Void>build())
                .switchIfEmpty(Mono.fromSupplier(() ->
                        ResponseEntity.accepted().location(location(id(name))).build()));
    }

    private static ResponseEntity<RuleBody> ok(RuleRevision saved) {
        return ResponseEntity.ok().eTag(Revisions.etag(saved.revision())).body(RuleBody.of(saved));
    }

    private static Mono<ResponseEntity<RuleBody>> later(String id) {
        return Mono.fromSupplier(
                () -> ResponseEntity.accepted().location(location(id)).build());
    }

    private static URI location(String id) {
        return URI.create(PATH + id.substring(RuleText.NAMESPACE.length()));
    }

    private static String id(String name) {
        Texts.requireStorable("", name);
        return RuleText.NAMESPACE + name;
    }
}
