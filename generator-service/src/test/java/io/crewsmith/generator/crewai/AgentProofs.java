package io.crewsmith.generator.crewai;

import java.util.List;
import java.util.stream.Stream;

/** The proofs of every parameter of an agent. */
final class AgentProofs {

    private AgentProofs() {}

    static List<Proof> all() {
        return Stream.of(ModelProofs.all(), ToolProofs.all(), MemoryProofs.all(), BehaviourProofs.all())
                .flatMap(List::stream)
                .toList();
    }
}
