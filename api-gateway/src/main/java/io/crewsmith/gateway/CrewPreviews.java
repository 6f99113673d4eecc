package io.crewsmith.gateway;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.CrewAssembly;
import io.crewsmith.catalogue.CrewAssembly.Assembled;
import io.crewsmith.catalogue.CrewAssembly.Incomplete;
import io.crewsmith.catalogue.CrewSnapshot;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.Problem;
import io.crewsmith.catalogue.Valid;
import io.crewsmith.catalogue.json.ConfigurationJson;
import io.crewsmith.catalogue.json.CrewSnapshotJson;
import io.crewsmith.gateway.ledger.LedgerQueries;
import io.crewsmith.gateway.model.SavedConfiguration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Brings a crew that nobody stored yet together with the agents and tasks of the ledger. */
@Component
class CrewPreviews {

    private final LedgerQueries ledger;
    private final ConfigurationJson configurations;
    private final CrewSnapshotJson snapshots;

    CrewPreviews(LedgerQueries ledger, ConfigurationJson configurations, Catalogue catalogue) {
        this.ledger = ledger;
        this.configurations = configurations;
        this.snapshots = new CrewSnapshotJson(catalogue);
    }

    /** The snapshot's canonical text; a problem where the crew does not hold together. */
    Mono<String> snapshot(Configuration crew) {
        List<UUID> ids = Stream.of(
                        crew.texts("agent_ids").stream(),
                        crew.texts("task_ids").stream(),
                        Stream.ofNullable(crew.text("manager_agent_id")))
                .flatMap(texts -> texts)
                .map(UUID::fromString)
                .toList();
        return ledger.configurations(ids).collectList().map(found -> assemble(crew, found));
    }

    private String assemble(Configuration crew, List<SavedConfiguration> found) {
        return switch (CrewAssembly.assemble(crew, new Found(byId(found)))) {
            case Assembled(CrewSnapshot snapshot) -> snapshots.write(snapshot);
            case Incomplete(List<Problem> problems) -> throw ConfigurationBodies.invalid(Kind.CREW, problems);
        };
    }

    private Map<String, Saved> byId(List<SavedConfiguration> found) {
        return found.stream()
                .flatMap(saved ->
                        configurations.read(saved.kind(), saved.configuration()) instanceof Valid(Configuration valid)
                                ? Stream.of(Map.entry(saved.id().toString(), new Saved(saved.kind(), valid)))
                                : Stream.empty())
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private record Saved(Kind kind, Configuration configuration) {}

    private record Found(Map<String, Saved> byId) implements CrewAssembly.Stock {

        @Override
        public Optional<Configuration> agent(String id) {
            return find(Kind.AGENT, id);
        }

        @Override
        public Optional<Configuration> task(String id) {
            return find(Kind.TASK, id);
        }

        private Optional<Configuration> find(Kind kind, String id) {
            return Optional.ofNullable(byId.get(id))
                    .filter(saved -> saved.kind() == kind)
                    .map(Saved::configuration);
        }
    }
}
