package io.crewsmith.embedded;

import java.nio.file.Path;

/** A process of its own that writes number after number, says which one is safe, and waits to be killed. */
final class ForkedPlatform {

    private ForkedPlatform() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedServices services = EmbeddedServices.start(Path.of(arguments[0]));
        Journal journal = new Journal(services);
        journal.open();
        try (var producer = journal.producer();
                var consumer = journal.consumer();
                var connection = journal.connect()) {
            for (int number = 1; ; number++) {
                journal.send(producer, number);
                journal.insert(connection, number);
                journal.commitOffset(consumer, number);
                System.out.println("safe " + number);
            }
        }
    }
}
