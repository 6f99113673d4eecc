package io.crewsmith.standalone;

import io.crewsmith.embedded.CannotStartException;
import io.crewsmith.standalone.demo.DemoCommand;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program behind {@code ./crewsmith up} and {@code ./crewsmith demo}. Exit code 0 only if all went well. */
@Command(
        name = "crewsmith",
        description = "Agent configurations in, proven and reviewed CrewAI code out.",
        mixinStandardHelpOptions = true,
        subcommands = {UpCommand.class, DemoCommand.class})
public final class CrewsmithApplication {

    private CrewsmithApplication() {}

    public static void main(String[] arguments) {
        System.exit(execute(new PrintWriter(System.err, true), arguments));
    }

    /** Runs a command; its exit code. Complaints go to the writer. */
    public static int execute(PrintWriter complaints, String... arguments) {
        return new CommandLine(new CrewsmithApplication())
                .setErr(complaints)
                .setExecutionExceptionHandler(CrewsmithApplication::explain)
                .execute(arguments);
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult result)
            throws Exception {
        if (failure instanceof CannotStartException || failure instanceof PortUnavailableException) {
            command.getErr().println(failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }
}
