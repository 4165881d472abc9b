package be.vakoogst.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.modeler.Registry;

/** Serves a folder on 127.0.0.1. */
public final class DemoSite implements AutoCloseable {

    /** Where the sources of config/sources look for it. */
    private static final int USUAL_PORT = 8089;

    /** Says that the making of session ids took long, where there are none. Kept here, as loggers are else forgotten with their level. */
    private static final Logger SESSION_IDS = Logger.getLogger("org.apache.catalina.util.SessionIdGeneratorBase");

    private final Tomcat tomcat;

    private DemoSite(Tomcat tomcat) {
        this.tomcat = tomcat;
    }

    /**
     * @param site a folder of files
     * @param work a folder that the server may write into, kept between starts
     * @param port that must be used; empty: the usual one, or any free one when that is taken
     */
    public static DemoSite start(Path site, Path work, Optional<Integer> port) {
        try {
            SESSION_IDS.setLevel(Level.SEVERE);
            // Before the application's own server wants to, and complains that it is too late.
            Registry.disableRegistry();
            Tomcat tomcat = new Tomcat();
            tomcat.setSilent(true);
            tomcat.setBaseDir(Files.createDirectories(work).toString());
            tomcat.setHostname("127.0.0.1");
            tomcat.setPort(port.orElseGet(DemoSite::usualOrFree));
            tomcat.getConnector().setProperty("address", "127.0.0.1");
            tomcat.getConnector().setThrowOnFailure(true);
            serve(tomcat, site.toAbsolutePath().normalize());
            tomcat.start();
            return new DemoSite(tomcat);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo publishers cannot be served", e);
        } catch (LifecycleException e) {
            throw new DemoFailed("The demo publishers cannot be served: set VAKOOGST_DEMO_PORT to a free port", e);
        }
    }

    private static void serve(Tomcat tomcat, Path site) {
        Context context = tomcat.addContext("", site.toString());
        Tomcat.addServlet(context, "files", new DefaultServlet()).setLoadOnStartup(1);
        context.addServletMapping("/", "files");
        Tomcat.addServlet(context, "oai", new OaiFiles(site));
        context.addServletMapping("/leermiddelen/oai", "oai");
        context.addWelcomeFile("index.html");
        context.addMimeMapping("html", "text/html");
        context.addMimeMapping("xml", "application/xml");
        context.addMimeMapping("json", "application/feed+json");
        context.addMimeMapping("txt", "text/plain");
        context.addMimeMapping("svg", "image/svg+xml");
        context.addMimeMapping("png", "image/png");
    }

    private static int usualOrFree() {
        return isFree(USUAL_PORT) ? USUAL_PORT : 0;
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException("The demo publishers do not stop", e);
        }
    }
}
