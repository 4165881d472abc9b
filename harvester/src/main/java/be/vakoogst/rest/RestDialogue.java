package be.vakoogst.rest;

import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.failure.Stage;
import be.vakoogst.fetch.FetchRequest;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.fetch.Reference;
import be.vakoogst.source.Source;
import java.net.URI;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Asks a repository, as whom its source says we are. For one walk and one thread. */
final class RestDialogue {

    private final Fetcher fetcher;
    private final Source source;
    private final RestSettings settings;
    private final Access access;

    RestDialogue(Fetcher fetcher, Source source, RestSettings settings) {
        this.fetcher = fetcher;
        this.source = source;
        this.settings = settings;
        this.access = new Access(source.connector().url(), settings.auth(), fetcher);
    }

    /** A token that has run out meanwhile is asked for anew, once. */
    Answer ask(URI url) {
        Optional<Failure> denied = access.enter();
        if (denied.isPresent()) {
            return new Answer.None(denied.get());
        }
        Answer answer = askOnce(url);
        return answer instanceof Answer.None(Failure failure)
                        && failure.reason() == Reason.FORBIDDEN
                        && access.enterAnew()
                ? askOnce(url)
                : answer;
    }

    private Answer askOnce(URI url) {
        FetchRequest.Wanted wanted = settings.jsonLd() ? FetchRequest.Wanted.PAGE : FetchRequest.Wanted.JSON;
        FetchRequest request = FetchRequest.of(url, wanted, source.politeness()).as(access.credentials());
        return switch (fetcher.fetch(request)) {
            case Fetched.Fresh fresh -> settings.jsonLd() ? EmbeddedData.in(fresh) : Answer.read(fresh);
            case Fetched.NotModified(var _, var _) -> none(url, Reason.EMPTY, "304 to a request without validators");
            case Fetched.Gone(Failure failure) -> new Answer.None(failure);
            case Fetched.Refused(Failure failure) -> new Answer.None(failure);
            case Fetched.Failed(Failure failure) -> new Answer.None(failure);
        };
    }

    /** What a second request says of an item. */
    Answer detail(JsonNode item) {
        URI listing = source.connector().url();
        return settings.detail()
                .flatMap(template -> Pointers.filled(template, item))
                .flatMap(text -> Reference.resolve(listing, text))
                .map(this::ask)
                .orElseGet(() -> none(listing, Reason.NO_URL, "detail: the item has not all it needs"));
    }

    private static Answer none(URI url, Reason reason, String detail) {
        return new Answer.None(new Failure(url, Stage.DISCOVER, reason, detail));
    }
}
