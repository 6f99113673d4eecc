package io.crewsmith.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.events.v1.CandidateKind;
import io.crewsmith.generator.model.Generation.Generated;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Generation stays far under its 10 ms, warm, for agents as people write them. */
class SpeedTests {

    private final Generator generator = Renderers.generator(null);

    @Test
    void anAgentIsRenderedInMilliseconds() throws IOException {
        List<String> agents = Agents.real().stream().map(ObjectNode::toString).toList();
        for (int run = 0; run < 1_000; run++) {
            assertThat(generator.generate(CandidateKind.AGENT, agents.get(run % agents.size())))
                    .isInstanceOf(Generated.class);
        }
        long[] nanos = new long[1_000];
        for (int run = 0; run < nanos.length; run++) {
            long start = System.nanoTime();
            generator.generate(CandidateKind.AGENT, agents.get(run % agents.size()));
            nanos[run] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf("agent: p50 %.2f ms, p99 %.2f ms%n", nanos[500] / 1e6, nanos[990] / 1e6);
        assertThat(nanos[500]).isLessThan(10_000_000);
    }
}
