package io.crewsmith.reader;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.python.ParseResult;
import io.crewsmith.python.PythonParser;
import io.crewsmith.python.tree.PythonModule;
import io.crewsmith.reader.ReadResult.Read;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads agents and crews back out of their modules, ours and those that people write. It looks for what CrewAI is told,
 * wherever it stands and under whatever name CrewAI was imported, and lists the rest. Nothing is executed.
 */
public final class ModuleReader {

    private static final Pattern TEMPLATE = Pattern.compile("# Template: (?:agent|crew) ([0-9.]+)");

    private final Tools tools;

    public ModuleReader(Catalogue catalogue) {
        this.tools = new Tools(catalogue);
    }

    /** Reads a file's bytes. */
    public ReadResult read(PythonParser parser, byte[] source) {
        return switch (parser.parse(source)) {
            case ParseResult.Parsed parsed -> new Read(read(parsed.tree(), new String(source, UTF_8)));
            case ParseResult.Refused refused -> new ReadResult.Refused(refused.refusals());
        };
    }

    /**
     * Reads a module: a crew where it has tasks of its own, else an agent.
     *
     * @param source the text that the tree was made of
     */
    public Reading read(PythonModule module, String source) {
        var gathering = new Gathering();
        var scope = new Scope(module);
        Kind kind = CrewReader.isCrew(module, scope) ? Kind.CREW : Kind.AGENT;
        String prefix = kind == Kind.CREW ? "/crew" : "";
        for (Comments.Comment comment : Comments.of(source)) {
            Matcher header = TEMPLATE.matcher(comment.text());
            if (header.matches() && !gathering.has(prefix + "/template_version")) {
                gathering.put(prefix + "/template_version", header.group(1), module);
            }
        }
        if (kind == Kind.CREW) {
            new CrewReader(scope, gathering, tools).read(module);
        } else {
            new AgentReader(scope, gathering, tools).read(module);
        }
        return gathering.reading(kind);
    }
}
