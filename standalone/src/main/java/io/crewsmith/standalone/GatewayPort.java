package io.crewsmith.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Looks whether the gateway's port is free before anything is started. */
final class GatewayPort {

    private static final int HIGHEST = 65_535;

    private GatewayPort() {}

    static void requireFree(int port) {
        if (port < 0 || port > HIGHEST) {
            throw new PortUnavailableException(
                    "--port must be between 0 (any free one) and 65535, but is %d.".formatted(port));
        }
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.setReuseAddress(true);
        } catch (IOException e) {
            throw new PortUnavailableException(
                    "Port %d is in use. Stop what uses it, or choose another one with --port.".formatted(port));
        }
    }
}
