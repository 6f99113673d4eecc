package io.crewsmith.gateway;

import io.crewsmith.gateway.batch.BatchItem;
import io.crewsmith.gateway.batch.BatchOrder;
import io.crewsmith.gateway.batch.Batches;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Code for many agents and crews at once: asked for in one request, and followed until the last has its result. */
@RestController
@RequestMapping("/api/code-generations")
class BatchController {

    private static final String PATH = "/api/code-generations";

    private final Batches batches;
    private final BatchSelection selection;

    BatchController(Batches batches, BatchSelection selection) {
        this.batches = batches;
        this.selection = selection;
    }

    @PostMapping
    Mono<ResponseEntity<BatchBody>> begin(
            @RequestBody BatchRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            Principal principal) {
        String caller = principal.getName();
        UUID id = Caller.of(caller, idempotencyKey, "POST " + PATH).newId();
        return selection
                .of(request)
                .publishOn(Schedulers.boundedElastic())
                .doOnNext(wanted -> batches.take(new BatchOrder(id, caller, request.toRequest(), wanted)))
                .map(wanted -> ResponseEntity.accepted()
                        .location(URI.create("%s/%s".formatted(PATH, id)))
                        .body(find(id)));
    }

    @GetMapping("/{id}")
    Mono<BatchBody> read(@PathVariable UUID id) {
        return Mono.fromCallable(() -> find(id)).subscribeOn(Schedulers.boundedElastic());
    }

    /** The runs of a batch, in its order. */
    @GetMapping("/{id}/items")
    Mono<Page<BatchBody.Item>> items(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int cursor,
            @RequestParam(defaultValue = "50") int limit) {
        int size = Page.size(limit);
        return Mono.fromCallable(() -> {
                    find(id);
                    return batches.items(id, cursor, size);
                })
                .subscribeOn(Schedulers.boundedElastic())
                .map(items -> page(items, size));
    }

    private BatchBody find(UUID id) {
        return batches.find(id)
                .map(BatchBody::of)
                .orElseThrow(() ->
                        new RefusedRequest(ProblemType.NOT_FOUND, "There is no generation of many %s.".formatted(id)));
    }

    private static Page<BatchBody.Item> page(List<BatchItem> items, int size) {
        return Page.of(items, size, item -> String.valueOf(item.position())).map(BatchBody.Item::of);
    }
}
