package io.crewsmith.python;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fixed number of platform threads with a 16 MB stack, because a recursive parser on hostile input needs a known
 * one. A thread that does not stop at its deadline keeps its permit until it does, so threads never pile up.
 */
final class ParserThreads implements AutoCloseable {

    private static final long STACK_BYTES = 16L * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore free;
    private final ThreadPoolExecutor pool;

    ParserThreads(int count) {
        var number = new AtomicInteger();
        this.free = new Semaphore(count, true);
        this.pool = new ThreadPoolExecutor(count, count, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            var name = "python-parser-" + number.incrementAndGet();
            var thread = new Thread(null, task, name, STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        });
        pool.allowCoreThreadTimeOut(true);
    }

    /**
     * Runs the task on a thread of its own.
     *
     * @throws BusyException if no thread was free for ten seconds, or the threads are closed
     * @throws TimeoutException if the task took longer than the deadline; it is interrupted
     * @throws ExecutionException if the task threw anything
     */
    <T> T call(Callable<T> task, Duration deadline) throws InterruptedException, TimeoutException, ExecutionException {
        if (!free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new BusyException();
        }
        var future = new FutureTask<T>(task);
        run(future);
        try {
            return future.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            future.cancel(true);
        }
    }

    private void run(FutureTask<?> future) {
        try {
            pool.execute(() -> {
                try {
                    future.run();
                } finally {
                    free.release();
                }
            });
        } catch (RejectedExecutionException closed) {
            free.release();
            throw new BusyException();
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    /** No thread was free. */
    static final class BusyException extends RuntimeException {}
}
