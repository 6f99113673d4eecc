package io.crewsmith.agent;

import io.crewsmith.agent.model.StoredConfiguration;
import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.CrewAssembly;
import io.crewsmith.catalogue.CrewAssembly.Assembled;
import io.crewsmith.catalogue.CrewAssembly.Incomplete;
import io.crewsmith.catalogue.CrewSnapshot;
import io.crewsmith.catalogue.Invalid;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.Problem;
import io.crewsmith.catalogue.Valid;
import io.crewsmith.catalogue.json.ConfigurationJson;
import io.crewsmith.catalogue.json.CrewSnapshotJson;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.platform.events.Received;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Brings a crew together with its agents and tasks as they are now, for whoever asks for its code. */
final class CrewGeneration {

    private final ConfigurationStore crews;
    private final References references;
    private final CrewAnswers answers;
    private final ConfigurationJson configurations;
    private final CrewSnapshotJson snapshots;

    CrewGeneration(
            ConfigurationStore crews,
            References references,
            CrewAnswers answers,
            ConfigurationJson configurations,
            CrewSnapshotJson snapshots) {
        this.crews = crews;
        this.references = references;
        this.answers = answers;
        this.configurations = configurations;
        this.snapshots = snapshots;
    }

    /** Whether there is such a crew; if there is, it was answered. */
    boolean generate(Received received, GenerationRequest request, Instant now) {
        Optional<StoredConfiguration> crew = crews.find(received.subject());
        crew.ifPresent(stored -> {
            switch (configurations.read(Kind.CREW, stored.configuration())) {
                case Valid(Configuration valid) -> {
                    switch (CrewAssembly.assemble(valid, references)) {
                        case Assembled(CrewSnapshot snapshot) ->
                            answers.wanted(received, stored, request, snapshots.write(snapshot), now);
                        case Incomplete(List<Problem> problems) -> answers.invalid(received, problems, now);
                    }
                }
                case Invalid(List<Problem> problems) -> answers.invalid(received, problems, now);
            }
        });
        return crew.isPresent();
    }
}
