package io.crewsmith.python;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.crewsmith.python.ParseResult.Refused;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads Python 3.11 sources. Answers every input, however large, deep or malformed, within the deadline and without an
 * exception. Safe for use by many threads.
 *
 * <p>Each source is read on a platform thread of its own: a deep source costs that thread's stack, not the caller's, and
 * one that cannot be read in time is left behind. The number of threads is limited, so leaving some behind costs at most
 * that many.
 */
public final class PythonParser {

    private static final long STACK_BYTES = 16L << 20;
    private static final Duration DEADLINE = Duration.ofSeconds(1);
    private static final Duration FIRST_DEADLINE = Duration.ofSeconds(30);
    private static final String FIRST_SOURCE =
            "from a import b\nclass C(b):\n    def d(self, e: int = 1) -> str:\n        return f'{e!r:>{e}}'.join([b(e=1.5)])\n";

    private final Duration deadline;
    private final Semaphore threads = new Semaphore(2 * Runtime.getRuntime().availableProcessors());

    public PythonParser() {
        this(DEADLINE);
        // Loading the classes may take longer than any source should; it shall not cost the first source its life.
        parse(FIRST_SOURCE.getBytes(UTF_8), FIRST_DEADLINE);
    }

    PythonParser(Duration deadline) {
        this.deadline = deadline;
    }

    /** Reads the bytes of a file. */
    public ParseResult parse(byte[] source) {
        return parse(source, deadline);
    }

    /** Reads a text as the file that its UTF-8 encoding would be. */
    public ParseResult parse(String source) {
        try {
            ByteBuffer bytes = UTF_8.newEncoder().encode(CharBuffer.wrap(source));
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return parse(copy);
        } catch (CharacterCodingException e) {
            return refused("not-utf-8", "Half a surrogate pair has no UTF-8 encoding; remove it");
        }
    }

    private ParseResult parse(byte[] source, Duration within) {
        long end = System.nanoTime() + within.toNanos();
        try {
            if (!threads.tryAcquire(within.toNanos(), TimeUnit.NANOSECONDS)) {
                return tooLate();
            }
            FutureTask<ParseResult> task = new FutureTask<>(() -> read(source));
            Thread.ofPlatform()
                    .daemon()
                    .name("python-parser")
                    .stackSize(STACK_BYTES)
                    .start(() -> runAndRelease(task));
            return task.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return tooLate();
        } catch (ExecutionException e) {
            return refused(
                    "parser-failure", "The parser failed on this source (%s); simplify it".formatted(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return refused("interrupted", "The parser was stopped before it had read the source; try again");
        }
    }

    private void runAndRelease(FutureTask<ParseResult> task) {
        try {
            task.run();
        } finally {
            threads.release();
        }
    }

    private static ParseResult read(byte[] source) {
        try {
            return new ParseResult.Parsed(Grammar.read(Guard.text(source)));
        } catch (RefusedSource e) {
            return new Refused(e.refusal());
        } catch (StackOverflowError e) {
            return refused("too-deep", "Nested too deeply to be read; flatten the source");
        }
    }

    private ParseResult tooLate() {
        return refused(
                "deadline", "Not read within %d ms; make the source shorter or flatter".formatted(deadline.toMillis()));
    }

    private static ParseResult refused(String reason, String message) {
        return new Refused(new Refusal(reason, Position.WHOLE_FILE, message));
    }
}
