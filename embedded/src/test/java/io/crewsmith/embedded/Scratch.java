package io.crewsmith.embedded;

import java.nio.file.*;

public class Scratch {
    public static void main(String[] a) throws Exception {
        long t = System.nanoTime();
        if (a.length > 1) {
            if (a[1].equals("k")) {
                try (var k = EmbeddedKafka.start(Path.of(a[0], "kafka"), EmbeddedSettings.durable())) {
                    t = p("kafka", t);
                }
            } else {
                try (var k = EmbeddedDatabase.start(Path.of(a[0], "postgresql"), EmbeddedSettings.durable())) {
                    t = p("db", t);
                }
            }
            p("close", t);
            return;
        }
        var s = EmbeddedServices.start(Path.of(a[0]));
        t = p("both " + s.bootstrapServers() + " " + s.database(), t);
        if (System.getenv("HOLD") != null) Thread.sleep(Long.parseLong(System.getenv("HOLD")));
        t = System.nanoTime();
        s.close();
        p("close", t);
    }

    static long p(String w, long t) {
        long n = System.nanoTime();
        System.out.println(w + " " + (n - t) / 1000000 + " ms");
        return System.nanoTime();
    }
}
