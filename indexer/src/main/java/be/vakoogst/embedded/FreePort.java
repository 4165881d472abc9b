package be.vakoogst.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports on 127.0.0.1, below those that systems give to whoever asks for none (from 32768 on Linux, from 49152 as RFC 6335, section 6 has it).
 * A server needs seconds until it listens where we picked; a port that any outgoing connection may get is gone by then once in a while.
 */
public final class FreePort {

    private static final int FIRST = 10_000;
    private static final int FIRST_GIVEN_BY_THE_SYSTEM = 32_768;
    private static final int TRIES = 100;

    private FreePort() {}

    /**
     * A port that nobody listens on now.
     *
     * @throws IllegalStateException when a hundred of them, picked at random, are all taken
     */
    public static int pick() {
        return ThreadLocalRandom.current()
                .ints(TRIES, FIRST, FIRST_GIVEN_BY_THE_SYSTEM)
                .filter(FreePort::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No free port on 127.0.0.1 between " + FIRST + " and " + (FIRST_GIVEN_BY_THE_SYSTEM - 1)));
    }

    private static boolean isFree(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
