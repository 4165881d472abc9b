package be.vakoogst.publisher;

import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.function.Predicate;

/** Keeps answers back until they are released. */
final class Holding implements ServeEventListener {

    private Predicate<String> held = path -> false;

    synchronized void hold(Predicate<String> paths) {
        held = paths;
        notifyAll();
    }

    @Override
    public synchronized void beforeResponseSent(ServeEvent event, Parameters parameters) {
        try {
            while (held.test(event.getRequest().getUrl())) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String getName() {
        return "holding";
    }

    @Override
    public boolean applyGlobally() {
        return true;
    }
}
