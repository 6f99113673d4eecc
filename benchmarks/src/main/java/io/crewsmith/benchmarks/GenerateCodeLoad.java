package io.crewsmith.benchmarks;

import io.crewsmith.standalone.Platform;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import tools.jackson.databind.json.JsonMapper;

/** Callers that ask for code, each for an agent of its own, each with its next call only after an answer. */
final class GenerateCodeLoad implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final Platform platform;
    private final List<String> agents;

    GenerateCodeLoad(Platform platform, int agents) {
        this.platform = platform;
        this.agents = IntStream.range(0, agents).mapToObj(this::save).toList();
    }

    /** Makes the calls and waits for all answers. */
    Latencies run(Request request, int inFlight, int calls) {
        long[] nanos = new long[calls];
        long start = System.nanoTime();
        List<Future<?>> running = IntStream.range(0, inFlight)
                .<Future<?>>mapToObj(caller -> callers.submit(() -> {
                    for (int call = caller; call < calls; call += inFlight) {
                        nanos[call] = timed(request, agents.get(caller));
                    }
                }))
                .toList();
        running.forEach(GenerateCodeLoad::await);
        return new Latencies(LongStream.of(nanos).boxed().toList(), System.nanoTime() - start);
    }

    private long timed(Request request, String agentId) {
        long start = System.nanoTime();
        post("/api/agents/%s/generate-code".formatted(agentId), request.body(), 200);
        return System.nanoTime() - start;
    }

    private String save(int number) {
        String agent = """
                {"agent_key": "load-%d", "role": "Market analyst %d", "goal": "Size markets and name the estimates.",
                 "backstory": "You have sized markets for ten years, and you quote your sources.",
                 "tools": ["FileReadTool", "ScrapeWebsiteTool"], "llm_model": "openai/gpt-4o", "temperature": 0.2}
                """.formatted(number, number);
        String saved = post("/api/agents", agent, 201);
        return JsonMapper.shared().readTree(saved).path("agent_id").asString();
    }

    private String post(String path, String body, int expected) {
        HttpRequest request = HttpRequest.newBuilder(
                        platform.addresses().gateway().resolve(path))
                .header("Authorization", "Bearer " + platform.token("author"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != expected) {
                throw new IllegalStateException(
                        "%s answered %d: %s".formatted(path, response.statusCode(), response.body()));
            }
            return response.body();
        } catch (IOException e) {
            throw new IllegalStateException(path + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void await(Future<?> caller) {
        try {
            caller.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        callers.close();
        http.close();
    }
}
