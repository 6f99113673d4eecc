package io.crewsmith.gateway;

import io.crewsmith.catalogue.Kind;
import io.crewsmith.gateway.BatchRequest.Filter;
import io.crewsmith.gateway.batch.BatchOrder.Wanted;
import io.crewsmith.gateway.ledger.LedgerQueries;
import io.crewsmith.gateway.model.SavedConfiguration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds what a batch is asked for, or says what is not there. */
@Component
class BatchSelection {

    private static final int MOST = 10_000;

    private final LedgerQueries ledger;

    BatchSelection(LedgerQueries ledger) {
        this.ledger = ledger;
    }

    Mono<List<Wanted>> of(BatchRequest request) {
        boolean listed = request.agentIds() != null || request.crewIds() != null;
        Filter filter = request.filter();
        if (listed == (filter != null)) {
            throw RefusedRequest.invalid("", "Give agent_ids and crew_ids, or a filter; {} finds all agents.");
        }
        return (filter == null ? listed(request) : found(filter)).map(BatchSelection::required);
    }

    private Mono<List<Wanted>> listed(BatchRequest request) {
        Map<Wanted, String> pointers = new LinkedHashMap<>();
        add(pointers, Kind.AGENT, "/agent_ids", request.agentIds());
        add(pointers, Kind.CREW, "/crew_ids", request.crewIds());
        return ledger.configurations(pointers.keySet().stream().map(Wanted::id).toList())
                .map(saved -> new Wanted(saved.kind(), saved.id()))
                .collect(Collectors.toSet())
                .map(there -> requireThere(pointers, there));
    }

    private static void add(Map<Wanted, String> pointers, Kind kind, String pointer, @Nullable List<String> ids) {
        if (ids == null) {
            return;
        }
        if (ids.size() > MOST) {
            throw RefusedRequest.invalid(pointer, "A batch may have %,d runs; split it.".formatted(MOST));
        }
        for (int index = 0; index < ids.size(); index++) {
            String at = "%s/%d".formatted(pointer, index);
            Texts.requireUuid(at, ids.get(index) == null ? "" : ids.get(index));
            pointers.putIfAbsent(new Wanted(kind, UUID.fromString(ids.get(index))), at);
        }
    }

    private static List<Wanted> requireThere(Map<Wanted, String> pointers, Set<Wanted> there) {
        List<FieldProblem> missing = new ArrayList<>();
        pointers.forEach((wanted, pointer) -> {
            if (!there.contains(wanted)) {
                missing.add(new FieldProblem(
                        pointer,
                        "reference",
                        "There is no %s %s.".formatted(wanted.kind().word(), wanted.id())));
            }
        });
        if (!missing.isEmpty()) {
            throw new RefusedRequest(ProblemType.INVALID, "The batch is not valid.", missing);
        }
        return List.copyOf(pointers.keySet());
    }

    private Mono<List<Wanted>> found(Filter filter) {
        Texts.requireUuid("/filter/department_id", filter.departmentId());
        Texts.requireStorable("/filter/llm_model", filter.llmModel());
        Texts.requireStorable("/filter/tool", filter.tool());
        return ledger.agentsWith(filter.departmentId(), filter.llmModel(), filter.tool(), MOST)
                .map(SavedConfiguration::id)
                .map(id -> new Wanted(Kind.AGENT, id))
                .collectList();
    }

    private static List<Wanted> required(List<Wanted> wanted) {
        if (wanted.isEmpty()) {
            throw RefusedRequest.invalid(
                    "", "There is nothing to generate: the lists are empty, or the filter finds none.");
        }
        if (wanted.size() > MOST) {
            throw RefusedRequest.invalid("", "A batch may have %,d runs; split it.".formatted(MOST));
        }
        return wanted;
    }
}
