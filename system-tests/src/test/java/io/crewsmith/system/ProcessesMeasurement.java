package io.crewsmith.system;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What a process of each service costs, and what one and two of each can do; no test, since figures are the machine's:
 * {@code mvn -pl system-tests -am verify -Dtest=ProcessesMeasurement -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class ProcessesMeasurement {

    private static final int IN_FLIGHT = 32;
    private static final int WARM_UP = 200;
    private static final int STORIES = 300;

    @Test
    void measure() throws Exception {
        Fleet fleet = Fleet.shared();
        for (String service : ComposeFile.ownServices()) {
            fleet.start(service).awaitReady();
        }
        tell(fleet, WARM_UP);
        System.out.printf("One instance each: %.1f stories/s%n", perSecond(fleet));
        printProcesses(fleet);
        Fleet.of(2);
        tell(fleet, WARM_UP);
        System.out.printf("Two instances each: %.1f stories/s%n", perSecond(fleet));
    }

    private static void printProcesses(Fleet fleet) throws IOException {
        System.out.printf("%-20s %8s %8s%n", "", "start s", "RSS MB");
        for (ServiceProcess service : fleet.instances()) {
            System.out.printf(
                    "%-20s %8.1f %8d%n",
                    service.service(), service.startTime().toMillis() / 1_000.0, service.residentMegabytes());
        }
    }

    private static double perSecond(Fleet fleet) throws Exception {
        long start = System.nanoTime();
        tell(fleet, STORIES);
        return STORIES * 1e9 / Duration.ofNanos(System.nanoTime() - start).toNanos();
    }

    /** From a saved agent to an active file: four requests, eleven events. */
    private static void tell(Fleet fleet, int stories) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(IN_FLIGHT)) {
            List<Future<?>> told = new ArrayList<>();
            for (int i = 0; i < stories; i++) {
                told.add(threads.submit(() -> {
                    Journey journey = new Journey(fleet).save();
                    journey.approve(journey.propose());
                }));
            }
            for (Future<?> story : told) {
                story.get();
            }
        }
    }
}
