package be.vakoogst.fetch;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/** The last answers that somebody only looked at, each for the first who asks for it. Safe for many threads. */
final class Looks {

    /** A page and what was looked for beside it. */
    private static final int MOST = 2;

    private final Deque<Look> kept = new ArrayDeque<>();

    private record Look(Set<URI> urls, Fetched fetched) {}

    synchronized Fetched keep(FetchRequest request, Fetched fetched) {
        if (kept.size() == MOST) {
            kept.remove();
        }
        kept.add(new Look(urls(request.url(), fetched), fetched));
        return fetched;
    }

    /** Where it was redirected to, it stands too. */
    private static Set<URI> urls(URI asked, Fetched fetched) {
        return fetched instanceof Fetched.Fresh fresh && !fresh.url().equals(asked)
                ? Set.of(asked, fresh.url())
                : Set.of(asked);
    }

    /** Empty for a request with conditions or credentials: its answer may be another. */
    synchronized Optional<Fetched> handOver(FetchRequest request) {
        if (kept.isEmpty()
                || request.remembered().isPresent()
                || !request.credentials().equals(Credentials.NONE)) {
            return Optional.empty();
        }
        Optional<Look> look = kept.stream()
                .filter(each -> each.urls().contains(request.url()))
                .findFirst();
        look.ifPresent(kept::remove);
        return look.map(Look::fetched);
    }
}
