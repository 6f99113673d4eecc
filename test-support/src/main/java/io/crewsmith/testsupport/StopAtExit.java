package io.crewsmith.testsupport;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.SpringApplication;

/**
 * Stops the services when the JVM ends, but after Spring Boot has closed its contexts: a client that outlives its server
 * fills the log with complaints and delays the end.
 *
 * <p>Spring Boot's own shutdown handlers are not enough, because they only run if an application ran.
 */
final class StopAtExit {

    /** A test may use Spring without Spring Boot, and then nobody says that the contexts are closed. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final RunningServices services;
    private final CountDownLatch contextsClosed = new CountDownLatch(1);
    private volatile boolean springUsesThem;

    private StopAtExit(RunningServices services) {
        this.services = services;
    }

    static StopAtExit of(RunningServices services) {
        StopAtExit stop = new StopAtExit(services);
        Runtime.getRuntime().addShutdownHook(new Thread(stop::stop, "stop-test-services"));
        return stop;
    }

    void afterSpring() {
        SpringApplication.getShutdownHandlers().add(contextsClosed::countDown);
        springUsesThem = true;
    }

    private void stop() {
        try {
            if (springUsesThem && !contextsClosed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                System.err.println("No Spring Boot application closed its contexts; the test services stop now.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        services.close();
    }
}
