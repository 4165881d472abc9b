package be.vakoogst.fetch;

import be.vakoogst.failure.Failure;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one exchange gave, before redirects and retries are considered. */
sealed interface Answer {

    /** @param headers lower-case names */
    record Status(URI url, int code, Map<String, List<String>> headers, Body body) implements Answer {

        Optional<String> header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst();
        }
    }

    record Broken(Failure failure) implements Answer {}
}
