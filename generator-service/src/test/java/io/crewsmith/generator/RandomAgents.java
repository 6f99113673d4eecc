package io.crewsmith.generator;

import io.crewsmith.catalogue.Tool;
import io.crewsmith.catalogue.json.Catalogues;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Valid configurations whose every text and number is random. */
final class RandomAgents {

    private static final int LINE = 200;
    private static final int TEXTS_EACH = 9;

    private static final List<String> TOOLS =
            Catalogues.crewAi130().tools().stream().map(Tool::key).toList();

    private RandomAgents() {}

    /**
     * One of them.
     *
     * @param configuration what is generated from
     * @param literals what its code must hold, by the names that CrewAI has for it
     */
    record RandomAgent(ObjectNode configuration, ObjectNode literals) {}

    static List<RandomAgent> some(int count) {
        Iterator<String> texts = Texts.some(count * TEXTS_EACH).iterator();
        Iterator<Double> temperatures = Texts.numbers(count).iterator();
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> agent(number, texts, temperatures.next()))
                .toList();
    }

    private static RandomAgent agent(int number, Iterator<String> texts, double temperature) {
        ObjectNode literals = JsonMapper.shared()
                .createObjectNode()
                .put("agent_key", "a" + "-key9".repeat(number % 19) + "-" + number)
                .put("name", line(texts.next()))
                .put("role", "Role " + line(texts.next()))
                .put("goal", "Goal " + texts.next())
                .put("backstory", texts.next() + " story")
                .put("system_template", texts.next())
                .put("prompt_template", texts.next())
                .put("response_template", texts.next() + "{{ .Response }} END")
                .put("date_format", "%Y" + line(texts.next()))
                .put("inject_date", true)
                .put("temperature", temperature)
                .put("max_tokens", number)
                .put("max_rpm", number * 7)
                .put("max_iter", 1 + number % 1_000)
                .put("max_execution_time", number * 3)
                .put("max_retry_limit", number % 101);
        ObjectNode configuration = literals.deepCopy().put("llm_model", "openai/gpt-4o-" + number);
        TOOLS.stream().skip(number % TOOLS.size()).limit(number % 7).forEach(configuration.putArray("tools")::add);
        String embedder = "text-embedding-3-" + line(texts.next());
        configuration
                .putObject("embedder_config")
                .put("provider", "openai")
                .put("model", embedder)
                .put("dimensions", number);
        literals.put("model", "openai/gpt-4o-" + number)
                .put("provider", "openai")
                .put("model_name", embedder)
                .put("dimensions", number);
        return new RandomAgent(configuration, literals);
    }

    /** The beginning of the text, on one line, as short as the catalogue wants it. */
    private static String line(String text) {
        return text.codePoints()
                .filter(point -> Stream.of(Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR)
                        .noneMatch(type -> Character.getType(point) == type))
                .limit(LINE - 20L)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
