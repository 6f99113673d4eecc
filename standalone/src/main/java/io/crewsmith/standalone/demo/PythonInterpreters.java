package io.crewsmith.standalone.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The Pythons of this machine.
 *
 * @param plain {@code python3} on the PATH
 * @param withCrewAi the interpreter that {@code CREWSMITH_PYTHON} names
 */
record PythonInterpreters(Optional<String> plain, Optional<String> withCrewAi) {

    private static final int LONGEST_SECONDS = 120;
    private static final String COMPILE =
            "import sys; compile(open(sys.argv[1], 'rb').read(), sys.argv[1], 'exec', dont_inherit=True)";

    /** No telemetry, and a value for each key that a constructor looks for; nothing is called with them. */
    private static final Map<String, String> QUIET = Map.of(
            "CREWAI_DISABLE_TELEMETRY", "true",
            "OTEL_SDK_DISABLED", "true",
            "LITELLM_LOCAL_MODEL_COST_MAP", "True",
            "OPENAI_API_KEY", "none",
            "ANTHROPIC_API_KEY", "none",
            "SERPER_API_KEY", "none");

    private static final String CONSTRUCT = """
            import importlib, os, sys
            sys.path[:0] = [sys.argv[1]]
            module = importlib.import_module(sys.argv[2])
            agent = getattr(module, sys.argv[3])().agent
            print(agent.role)
            sys.stdout.flush()
            os._exit(0)
            """;

    static PythonInterpreters ofThisMachine() {
        return new PythonInterpreters(
                Optional.of("python3").filter(PythonInterpreters::answers),
                Optional.ofNullable(System.getenv("CREWSMITH_PYTHON")).filter(path -> !path.isBlank()));
    }

    /** Compiles a file with the plain interpreter; the error text, or empty if it compiles. */
    Optional<String> compile(Path file) {
        return run(List.of(plain.orElseThrow(), "-I", "-c", COMPILE, file.toString()), Map.of());
    }

    /** Imports a module of the deployment folder with the real CrewAI and constructs its class. */
    Optional<String> construct(Path deployments, String module, String className) {
        List<String> command =
                List.of(withCrewAi.orElseThrow(), "-c", CONSTRUCT, deployments.toString(), module, className);
        try (var knowledge = KnowledgeBase.start()) {
            Map<String, String> variables = new HashMap<>(QUIET);
            variables.put("CREWSMITH_KNOWLEDGE_URL", knowledge.url());
            return run(command, variables);
        }
    }

    private static boolean answers(String command) {
        return run(List.of(command, "--version"), Map.of()).isEmpty();
    }

    private static Optional<String> run(List<String> command, Map<String, String> variables) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(variables);
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
            return ended && process.exitValue() == 0 ? Optional.empty() : Optional.of(output.strip());
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }
}
