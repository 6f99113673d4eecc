package io.crewsmith.validator.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Which modules may be imported, and which of their members may be used. Everything else is refused. */
final class Modules {

    /** Names of the modules that come with Python: what a module must not hand on. */
    private static final Set<String> OF_PYTHON = read("python-modules.txt");

    /** Whole paths: what is below one of them is not allowed by that. */
    private static final Set<String> ALLOWED = read("allowed-modules.txt");

    /** Packages whose modules use the network and files themselves, and hold what they use as members. */
    private static final Set<String> WITH_ACCESS = Set.of("crewai", "crewai_tools", "crewsmith_runtime");

    /** Lower-case members of CrewAI that are meant for its users; its modules hold others that are not. */
    private static final Map<String, Set<String>> FUNCTIONS = Map.of(
            "crewai.project",
            Set.of(
                    "after_kickoff",
                    "agent",
                    "before_kickoff",
                    "cache_handler",
                    "callback",
                    "crew",
                    "llm",
                    "output_json",
                    "output_pydantic",
                    "task",
                    "tool"),
            "crewai.tools",
            Set.of("tool"),
            "crewai.flow",
            Set.of("and_", "listen", "or_", "persist", "router", "start"),
            "crewai.flow.flow",
            Set.of("and_", "listen", "or_", "persist", "router", "start"));

    /** Members that run text, build code, read files or start processes. */
    private static final Set<String> DANGEROUS_MEMBERS = Set.of(
            "CodeInterpreterTool",
            "Formatter",
            "ForwardRef",
            "ImportString",
            "MCPServerAdapter",
            "Path",
            "Popen",
            "ProcessPoolExecutor",
            "PyObject",
            "Thread",
            "ThreadPoolExecutor",
            "bltns",
            "create_model",
            "evaluate_forward_ref",
            "get_type_hints",
            "getnode",
            "make_dataclass",
            "parse_file",
            "parse_raw",
            "uuid1");

    private static final Set<String> OPEN_WORLD = Set.of(
            "builtins",
            "code",
            "codeop",
            "commands",
            "concurrent",
            "ctypes",
            "importlib",
            "imp",
            "io",
            "marshal",
            "multiprocessing",
            "nt",
            "os",
            "pathlib",
            "pickle",
            "posix",
            "pty",
            "requests",
            "runpy",
            "shelve",
            "shutil",
            "signal",
            "socket",
            "subprocess",
            "sys",
            "threading",
            "types",
            "dill",
            "cloudpickle",
            "jsonpickle",
            "mcp",
            "invoke",
            "httpx",
            "aiohttp",
            "urllib",
            "urllib3",
            "http");

    private Modules() {}

    static String root(String path) {
        int point = path.indexOf('.');
        return point < 0 ? path : path.substring(0, point);
    }

    /** True if the module, given by its whole path, may be imported. */
    static boolean isAllowed(String path) {
        return ALLOWED.contains(path);
    }

    /** True if the module gives access to files, processes, the network or the interpreter itself. */
    static boolean opensTheWorld(String path) {
        return OPEN_WORLD.contains(root(path)) || path.startsWith("_");
    }

    /** True if an allowed module's member may be used. */
    static boolean isAllowed(String module, String member) {
        if (DANGEROUS_MEMBERS.contains(member)) {
            return false;
        }
        if (isAllowed(module + "." + member)) {
            return true;
        }
        boolean ordinary = Character.isUpperCase(member.charAt(0)) || !WITH_ACCESS.contains(root(module));
        boolean meantForUsers = FUNCTIONS.getOrDefault(module, Set.of()).contains(member);
        boolean isModule = OF_PYTHON.contains(member) && !member.equals(module) && !module.equals("__future__");
        return !member.startsWith("_") && (ordinary || meantForUsers) && !isModule;
    }

    private static Set<String> read(String name) {
        try (InputStream in = Objects.requireNonNull(Modules.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8).lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("The list of Python's modules is not readable: " + name, e);
        }
    }
}
