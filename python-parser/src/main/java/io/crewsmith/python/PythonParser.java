package io.crewsmith.python;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.oracle.graal.python.pegparser.AbstractParser;
import com.oracle.graal.python.pegparser.InputType;
import com.oracle.graal.python.pegparser.Parser;
import com.oracle.graal.python.pegparser.sst.ModTy;
import io.crewsmith.python.tree.Position;
import io.crewsmith.python.tree.PythonModule;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Reads Python modules as CPython 3.11 does, and refuses what CPython and this parser might read differently.
 *
 * <p>Safe for many threads. Every answer is data; nothing a source contains makes {@code parse} throw.
 */
public final class PythonParser implements AutoCloseable {

    /** The deadline of {@link #PythonParser()}. */
    public static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(1);

    // The grammar knows 3.12; the readers and the token guard refuse what 3.11 does not.
    private static final int GRAMMAR_MINOR_VERSION = 12;

    private final Duration deadline;
    private final ParserThreads threads;

    /** One thread per processor, at least two, and a deadline of one second per source. */
    public PythonParser() {
        this(DEFAULT_DEADLINE, Math.max(2, Runtime.getRuntime().availableProcessors()));
    }

    /**
     * @param deadline for one source, from the moment it has a thread
     * @param threads how many sources are read at once; more wait up to ten seconds
     */
    public PythonParser(Duration deadline, int threads) {
        this.deadline = deadline;
        this.threads = new ParserThreads(threads);
    }

    /** Reads a file's bytes, which must be strict UTF-8. */
    public ParseResult parse(byte[] source) {
        if (source.length > TextGuard.MAX_BYTES) {
            return tooLarge(source.length);
        }
        try {
            return parseChecked(Utf8.decode(source));
        } catch (RefusedSource refused) {
            return new ParseResult.Refused(refused.refusals());
        }
    }

    /** Reads text that was never bytes. */
    public ParseResult parse(String source) {
        int bytes = source.length() > TextGuard.MAX_BYTES ? source.length() : source.getBytes(UTF_8).length;
        return bytes > TextGuard.MAX_BYTES ? tooLarge(bytes) : parseChecked(source);
    }

    private ParseResult parseChecked(String source) {
        var refusals = TextGuard.check(source);
        return refusals.isEmpty() ? onThread(source) : new ParseResult.Refused(refusals);
    }

    private ParseResult onThread(String source) {
        try {
            return new ParseResult.Parsed(threads.call(() -> read(source), deadline));
        } catch (ExecutionException failed) {
            return refused(Objects.requireNonNullElse(failed.getCause(), failed));
        } catch (TimeoutException late) {
            return refused(Reason.DEADLINE, Deadline.MESSAGE.formatted(deadline.toMillis()));
        } catch (ParserThreads.BusyException busy) {
            return refused(Reason.BUSY, "every parser thread is busy: try again");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return refused(Reason.BUSY, "stopped while waiting for the parser: try again");
        }
    }

    private PythonModule read(String source) {
        var callbacks = new Deadline(deadline.toMillis());
        var tokens = TokenGuard.check(source, callbacks);
        if (!tokens.refusals().isEmpty()) {
            throw new RefusedSource(tokens.refusals());
        }
        var tree = grammar(source, callbacks);
        if (!tokens.complete()) {
            throw new IllegalStateException("the grammar accepted what its own tokenizer refused");
        }
        return tree;
    }

    /** The borrowed parser alone, without any guard; the tests compare it with CPython. */
    static PythonModule grammar(String source, Deadline callbacks) {
        var flags = EnumSet.noneOf(AbstractParser.Flags.class);
        var module = (ModTy.Module) new Parser(source, callbacks, InputType.FILE, flags, GRAMMAR_MINOR_VERSION).parse();
        return new PythonModule(Position.START, new StatementReader().all(module.body));
    }

    private static ParseResult refused(Throwable failure) {
        return switch (failure) {
            case RefusedSource refused -> new ParseResult.Refused(refused.refusals());
            case StackOverflowError _ -> refused(Reason.TREE_TOO_DEEP, "nested too deeply to be read: split it");
            default -> refused(Reason.PARSER_FAILED, "the parser failed with " + failure + ": simplify the source");
        };
    }

    private static ParseResult refused(Reason reason, String message) {
        return new ParseResult.Refused(List.of(new Refusal(reason, Position.START, message)));
    }

    private static ParseResult tooLarge(int bytes) {
        var message = "source of %,d bytes: split it, at most %,d are read".formatted(bytes, TextGuard.MAX_BYTES);
        return refused(Reason.SOURCE_TOO_LARGE, message);
    }

    /** Stops the threads; idle ones also end by themselves after 30 seconds. */
    @Override
    public void close() {
        threads.close();
    }
}
