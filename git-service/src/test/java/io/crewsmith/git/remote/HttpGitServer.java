package io.crewsmith.git.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;

/** Git's own {@code http-backend} behind a web server that wants a password. */
public final class HttpGitServer implements AutoCloseable {

    public static final String TOKEN = "ghs_0123456789abcdef0123456789abcdef0123";

    private final HttpServer server;
    private final Path folder;

    /** Serves the repositories of the folder. */
    public HttpGitServer(Path folder) throws IOException {
        this.folder = folder;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer).setAuthenticator(new BasicAuthenticator("git") {
            @Override
            public boolean checkCredentials(String user, String password) {
                return user.equals("x-access-token") && password.equals(TOKEN);
            }
        });
        server.start();
    }

    /** The address of a repository of the folder. */
    public String url(String repository) {
        return "http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), repository);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            var command = new ProcessBuilder("git", "http-backend").redirectError(ProcessBuilder.Redirect.DISCARD);
            command.environment().putAll(environment(exchange, body.length));
            Process backend = command.start();
            try (OutputStream in = backend.getOutputStream()) {
                in.write(body);
            }
            pass(backend.getInputStream(), exchange);
        }
    }

    private Map<String, String> environment(HttpExchange exchange, int length) {
        var headers = exchange.getRequestHeaders();
        String query = exchange.getRequestURI().getRawQuery();
        return Map.ofEntries(
                Map.entry("GIT_PROJECT_ROOT", folder.toString()),
                Map.entry("GIT_HTTP_EXPORT_ALL", "1"),
                Map.entry("GIT_CONFIG_NOSYSTEM", "1"),
                Map.entry("GIT_CONFIG_GLOBAL", "/dev/null"),
                Map.entry("REQUEST_METHOD", exchange.getRequestMethod()),
                Map.entry("PATH_INFO", exchange.getRequestURI().getPath()),
                Map.entry("QUERY_STRING", query == null ? "" : query),
                Map.entry("REMOTE_USER", "x-access-token"),
                Map.entry("CONTENT_TYPE", first(headers.getFirst("Content-Type"))),
                Map.entry("HTTP_CONTENT_ENCODING", first(headers.getFirst("Content-Encoding"))),
                Map.entry("GIT_PROTOCOL", first(headers.getFirst("Git-Protocol"))),
                Map.entry("CONTENT_LENGTH", Integer.toString(length)));
    }

    private static String first(@org.jspecify.annotations.Nullable String header) {
        return header == null ? "" : header;
    }

    /** A CGI program says its headers first, then an empty line. */
    private static void pass(InputStream out, HttpExchange exchange) throws IOException {
        int status = 200;
        for (String line = line(out); !line.isEmpty(); line = line(out)) {
            String[] header = line.split(": ", 2);
            if (header[0].equals("Status")) {
                status = Integer.parseInt(header[1].substring(0, 3));
            } else {
                exchange.getResponseHeaders().add(header[0], header[1]);
            }
        }
        byte[] body = out.readAllBytes();
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static String line(InputStream in) throws IOException {
        var line = new java.io.ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            line.write(b);
        }
        return line.toString(UTF_8).strip();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
