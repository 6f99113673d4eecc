package io.crewsmith.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Ports on the loopback address that stay the same from start to start, so that tools beside the platform find it again.
 */
final class KeptPort {

    private KeptPort() {}

    /**
     * The wanted port; for 0 the port kept in the file if it is still free, else a free one, which is then kept.
     *
     * @throws CannotStartException if a port was asked for and is taken
     */
    static int of(String service, Path file, int wanted) throws IOException {
        if (wanted != 0) {
            return require(service, wanted);
        }
        int kept = Files.exists(file) ? read(file) : 0;
        int port = kept != 0 && bind(kept) == kept ? kept : bind(0);
        if (port != kept) {
            Files.writeString(file, port + "\n");
        }
        return port;
    }

    private static int require(String service, int port) {
        if (bind(port) != port) {
            throw new CannotStartException("Port " + port + " on " + Loopback.HOST + ", asked for " + service
                    + ", is in use. Stop what uses it, or choose another port.");
        }
        return port;
    }

    private static int read(Path file) throws IOException {
        String text = Files.readString(file).strip();
        return text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535 ? Integer.parseInt(text) : 0;
    }

    /** The port that could be bound, or -1. */
    private static int bind(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(Loopback.HOST), port));
            return socket.getLocalPort();
        } catch (IOException e) {
            return -1;
        }
    }
}
