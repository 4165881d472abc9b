package be.vakoogst.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreePortTest {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    /** It may be given away while the picked server is still starting. */
    @Test
    void noPortIsPickedThatAnOutgoingConnectionMayGet() throws IOException {
        assertThat(picked(1000)).allMatch(port -> port < portOfAnOutgoingConnection());
    }

    @Test
    void whatIsPickedIsFree() throws IOException {
        for (int port : picked(100)) {
            try (ServerSocket server = new ServerSocket(port, 1, LOOPBACK)) {
                assertThat(server.isBound()).isTrue();
            }
        }
    }

    private static Set<Integer> picked(int count) {
        Set<Integer> ports = new HashSet<>();
        for (int pick = 0; pick < count; pick++) {
            ports.add(FreePort.pick());
        }
        return ports;
    }

    private static int portOfAnOutgoingConnection() {
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK);
                Socket connection = new Socket()) {
            connection.connect(new InetSocketAddress(LOOPBACK, server.getLocalPort()));
            return connection.getLocalPort();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
