package io.crewsmith.generator;

import io.crewsmith.events.v1.CandidateKind;
import io.crewsmith.generator.model.Place;
import io.crewsmith.generator.model.PythonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What one agent costs: read, validated, rendered into its files; and its longest text alone, written as a literal. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
public class RenderBenchmark {

    private static final Place BEHIND_A_KEYWORD = Place.behind("            backstory=");

    private final Generator generator = Renderers.generator(null);
    private List<String> agents = List.of();
    private String largest = "";
    private String text = "";
    private int next;

    /** The agents that people wrote, and the one that uses everything. */
    @Setup
    public void read() throws IOException {
        agents = Agents.real().stream().map(ObjectNode::toString).toList();
        largest = Files.readString(Path.of("src/test/resources/golden/everything-at-once.json"));
        text = JsonMapper.shared().readTree(largest).path("backstory").asString();
    }

    @Benchmark
    public Object moduleTestAndPageOfAnAgent() {
        return generator.generate(CandidateKind.AGENT, agent());
    }

    @Benchmark
    public Object moduleTestAndPageOfEverythingAtOnce() {
        return generator.generate(CandidateKind.AGENT, largest);
    }

    @Benchmark
    public Object writeOneText() {
        return PythonString.write(text, BEHIND_A_KEYWORD);
    }

    private String agent() {
        next = (next + 1) % agents.size();
        return agents.get(next);
    }
}
