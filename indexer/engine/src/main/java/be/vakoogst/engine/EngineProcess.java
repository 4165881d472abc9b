package be.vakoogst.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.opensearch.common.unit.TimeValue;

/**
 * The process around the node: {@code java … be.vakoogst.engine.EngineProcess HOME PORT}.
 * It prints {@code ready} when it answers, with its indices open. It ends on SIGTERM and as soon as its standard input ends, which the system
 * does for us when the parent dies, however it dies; so no engine outlives the application. Whatever closing takes, the process is gone after {@link #CLOSING}.
 */
final class EngineProcess {

    private static final System.Logger LOG = System.getLogger(EngineProcess.class.getName());

    private static final Duration CLOSING = Duration.ofSeconds(4);

    /** Indices of an earlier start are searchable after a moment; a broken one must not hold back the others. */
    private static final TimeValue INDICES_OPENING = TimeValue.timeValueSeconds(10);

    private EngineProcess() {}

    static void main(String... arguments) throws Exception {
        if (arguments.length != 2) {
            System.err.println("use: EngineProcess HOME PORT");
            System.exit(2);
        }
        Path home = Path.of(arguments[0]).toAbsolutePath();
        Thread.ofPlatform().daemon().name("parent").start(EngineProcess::exitWithParent);
        Files.createDirectories(home.resolve("config"));
        run(home, Integer.parseInt(arguments[1]));
    }

    private static void run(Path home, int port) {
        try {
            EmbeddedNode node = new EmbeddedNode(home, port);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node), "close"));
            node.start();
            node.client()
                    .admin()
                    .cluster()
                    .prepareHealth()
                    .setWaitForYellowStatus()
                    .setTimeout(INDICES_OPENING)
                    .get();
            System.out.println("ready");
            Thread.currentThread().join();
        } catch (Exception | Error failure) {
            LOG.log(System.Logger.Level.ERROR, "The engine does not run", failure);
            System.exit(1);
        }
    }

    private static void exitWithParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException broken) {
            System.err.println("standard input: " + broken.getMessage());
        }
        System.exit(0);
    }

    private static void close(EmbeddedNode node) {
        Thread closing = Thread.ofPlatform().daemon().name("node").start(() -> closeNode(node));
        try {
            if (!closing.join(CLOSING)) {
                System.err.println(
                        "The node did not close within " + CLOSING + "; its translog holds what was acknowledged.");
                Runtime.getRuntime().halt(1);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeNode(EmbeddedNode node) {
        try {
            node.close();
        } catch (IOException failure) {
            LOG.log(System.Logger.Level.ERROR, "The node did not close", failure);
        }
    }
}
