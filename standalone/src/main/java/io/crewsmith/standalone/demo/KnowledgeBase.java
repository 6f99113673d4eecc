package io.crewsmith.standalone.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The knowledge base that an example asks for when it is constructed: on loopback, with one sentence. */
final class KnowledgeBase implements AutoCloseable {

    private static final byte[] SENTENCE = "A seed round is the first one with investors.".getBytes(UTF_8);

    private final HttpServer server;

    private KnowledgeBase(HttpServer server) {
        this.server = server;
    }

    static KnowledgeBase start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, SENTENCE.length);
                exchange.getResponseBody().write(SENTENCE);
                exchange.close();
            });
            server.start();
            return new KnowledgeBase(server);
        } catch (IOException e) {
            throw new StoryBroken("The knowledge base of the demo does not start", e);
        }
    }

    String url() {
        return "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
