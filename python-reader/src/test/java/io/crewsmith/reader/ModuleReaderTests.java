package io.crewsmith.reader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.catalogue.Kind;
import io.crewsmith.python.PythonParser;
import io.crewsmith.reader.ReadResult.Read;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write by hand is read as far as a configuration can say it, and the rest is listed. */
class ModuleReaderTests {

    private static final String BY_HAND = """
            import os
            import crewai as c
            from crewai_tools import FileReadTool as Reads, SerperDevTool

            NEAR = {"provider": "openai", "config": {"model_name": "text-embedding-3-small", "dimensions": 256}}


            class Finder:
                agent_key = "market-finder"

                def build(self):
                    return c.Agent(
                        goal="Find markets.",
                        role="Finder",
                        backstory="Ten " "years.",
                        llm="openai/gpt-4o",
                        max_iter=7,
                        cache=False,
                        tools=[Reads(), SerperDevTool(search_type="news"), Own()],
                        embedder=NEAR,
                        guardrail=lambda answer: answer,
                        verbose=os.environ["LOUD"] == "yes",
                    )


            print("ready")
            """;

    private final ModuleReader reader = new ModuleReader(GeneratedFiles.CATALOGUE);

    @Test
    void aHandWrittenAgentIsReadUnderWhateverNames() {
        assertThat(read(BY_HAND).json())
                .containsEntry("agent_key", "market-finder")
                .containsEntry("role", "Finder")
                .containsEntry("goal", "Find markets.")
                .containsEntry("backstory", "Ten years.")
                .containsEntry("llm_model", "openai/gpt-4o")
                .containsEntry("max_iter", 7L)
                .containsEntry("cache_enabled", false)
                .containsEntry("tools", List.of("FileReadTool", "search_news"))
                .containsEntry(
                        "embedder_config",
                        Map.of("provider", "openai", "model", "text-embedding-3-small", "dimensions", 256L))
                .doesNotContainKey("verbose");
    }

    @Test
    void whatCouldNotBeReadIsListedWithItsPlaceAndTheReason() {
        assertThat(read(BY_HAND).unread())
                .containsExactly(
                        new Unread(11, 5, "no parameter says the function build"),
                        new Unread(19, 64, "/tools: the registry has no tool that is made like this"),
                        new Unread(21, 13, "no parameter says guardrail of Agent"),
                        new Unread(22, 21, "/verbose: it is no plain value, and nothing is executed to find it out"),
                        new Unread(26, 1, "no parameter says this statement (ExpressionStatement)"));
    }

    @Test
    void aCrewIsReadWithItsTasksByTheirKeys() {
        var crew = read(GeneratedFiles.module(Kind.CREW, "everything-at-once").source());

        assertThat(crew.kind()).isEqualTo(Kind.CREW);
        assertThat(crew.unread()).isEmpty();
        assertThat(crew.values())
                .extractingByKeys("/crew/manager_agent_id", "/tasks/1/task/context_task_ids/0")
                .extracting(Reading.Value::value)
                .containsExactly("chief-of-staff", "collect-facts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x = 1",
                "from crewai import Agent\nAgent(*a, **b)",
                "from crewai import Agent\nAgent(role=1, role_=2, tools=3, llm=4, embedder=5, knowledge_sources=[6])",
                "from crewai import Agent\nAgent(embedder={**a, 1: 2, 'provider': [3], 'config': {'model': -'x'}})",
                "from crewai import Agent\nAgent(tools=[a.b.c(), d(1), *e], step_callback=f(), llm=g(h))",
                "def _create_tasks(): a, b = Task(), c; return [d]",
                "from crewai import Task, Crew\ndef _create_tasks():\n    a = Task(name=1, agent=b.c, context=d)\nCrew(agents=e)",
                "class A:\n    a: int\n    def b(self): pass",
                "for a in b: c"
            })
    void nothingBreaksIt(String source) {
        assertThat(read(source).unread()).isNotEmpty();
    }

    @Test
    void whatIsNoPythonIsRefused() {
        try (var parser = new PythonParser()) {
            assertThat(reader.read(parser, "x = (".getBytes(UTF_8))).isInstanceOf(ReadResult.Refused.class);
        }
    }

    private Reading read(String source) {
        try (var parser = new PythonParser()) {
            return ((Read) reader.read(parser, source.getBytes(UTF_8))).reading();
        }
    }
}
