package be.vakoogst.serving;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What a test awaits may take long on a busy machine: its end says that it does not come, not that it came late. */
public final class Patience implements BeforeAllCallback {

    private static final Duration LONG = Duration.ofSeconds(90);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(LONG);
    }
}
