package be.vakoogst.oai;

import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.failure.Stage;
import be.vakoogst.fetch.FetchRequest;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.source.Source;
import be.vakoogst.xml.XmlBroken;
import be.vakoogst.xml.XmlElement;
import be.vakoogst.xml.XmlPull;
import be.vakoogst.xml.XmlText;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a repository and reads its answers. */
final class OaiDialogue {

    private static final Set<String> WANTED = Set.of("record", "header", "metadataformat", "identify", "set");

    /** A token behind a fault in the document still leads on. */
    private static final Pattern TOKEN =
            Pattern.compile("<(?:\\w+:)?resumptionToken[^>]*>([^<]+)</(?:\\w+:)?resumptionToken>");

    private static final Pattern RECORD =
            Pattern.compile("<(?:\\w+:)?record(?:\\s[^>]*)?>\\s*<(?:\\w+:)?header[\\s>/]");

    /** In one answer, before the rest of it is given up. */
    private static final int MOST_FAULTS = 20;

    private final Fetcher fetcher;
    private final Source source;
    private final String base;

    OaiDialogue(Fetcher fetcher, Source source) {
        this.fetcher = fetcher;
        this.source = source;
        String address = source.connector().url().toString().replaceFirst("[?&]?verb=.*$", "");
        this.base = address + (address.contains("?") ? "&" : "?");
    }

    Source source() {
        return source;
    }

    /** The address of a request; arguments with a blank value are left out. */
    URI url(String verb, Map<String, String> arguments) {
        StringBuilder address = new StringBuilder(base).append("verb=").append(verb);
        new TreeMap<>(arguments).forEach((name, value) -> {
            if (!value.isBlank()) {
                address.append('&').append(name).append('=').append(encoded(value));
            }
        });
        return URI.create(address.toString());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    OaiAnswer ask(String verb, Map<String, String> arguments) {
        URI url = url(verb, arguments);
        return switch (fetcher.fetch(FetchRequest.of(url, FetchRequest.Wanted.XML, source.politeness()))) {
            case Fetched.Fresh fresh -> read(fresh);
            case Fetched.NotModified(var _, var _) ->
                new OaiAnswer.Silence(failure(url, Reason.EMPTY, "304 to a request without validators"));
            case Fetched.Gone(Failure failure) -> new OaiAnswer.Silence(failure);
            case Fetched.Refused(Failure failure) -> new OaiAnswer.Silence(failure);
            case Fetched.Failed(Failure failure) -> new OaiAnswer.Silence(failure);
        };
    }

    private static OaiAnswer read(Fetched.Fresh fresh) {
        String text = XmlText.of(fresh);
        if (!text.contains("<") || fresh.mediaType().equals("text/html") && !text.contains("OAI-PMH")) {
            return new OaiAnswer.Silence(failure(
                    fresh.url(), Reason.WRONG_TYPE, "no OAI-PMH but '" + fresh.mediaType() + "': " + start(text)));
        }
        return new Reading(fresh.url(), text).read();
    }

    private static String start(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.substring(0, Math.min(80, line.length()));
    }

    private static Failure failure(URI url, Reason reason, String detail) {
        return new Failure(url, Stage.DISCOVER, reason, detail);
    }

    /** One answer being read; what was read before a fault counts. */
    private static final class Reading {

        private final URI url;
        private final String text;
        private final List<XmlElement> elements = new ArrayList<>();
        private Optional<String> token = Optional.empty();
        private Optional<Integer> size = Optional.empty();
        private Optional<OaiAnswer.Refusal> refusal = Optional.empty();
        private boolean oai;

        private Reading(URI url, String text) {
            this.url = url;
            this.text = text;
        }

        OaiAnswer read() {
            try {
                pull(XmlPull.over(text));
            } catch (XmlBroken e) {
                if (oai) {
                    readBehindWhatIsBroken();
                }
                return brokenOff(e);
            }
            if (refusal.isPresent()) {
                return refusal.get();
            }
            return oai
                    ? new OaiAnswer.Part(elements, token, size, Optional.empty())
                    : new OaiAnswer.Silence(
                            failure(url, Reason.WRONG_TYPE, "XML that is no OAI-PMH answer: " + start(text)));
        }

        /** One record that is not well-formed costs that record only: it is read on from where the next one begins. */
        private void readBehindWhatIsBroken() {
            List<Integer> starts =
                    RECORD.matcher(text).results().map(MatchResult::start).toList();
            int next = elements.size() + 1;
            for (int faults = 1; next < starts.size() && faults < MOST_FAULTS; faults++) {
                int before = elements.size();
                try {
                    pull(XmlPull.over("<OAI-PMH>" + text.substring(starts.get(next))));
                    return;
                } catch (XmlBroken again) {
                    next += elements.size() - before + 1;
                }
            }
        }

        private OaiAnswer brokenOff(XmlBroken e) {
            Failure failure = failure(url, Reason.UNREADABLE, String.valueOf(e.getMessage()));
            if (!oai) {
                return new OaiAnswer.Silence(failure);
            }
            Matcher behind = TOKEN.matcher(text);
            Optional<String> next = token.isPresent() || !behind.find()
                    ? token
                    : Optional.of(behind.group(1).strip());
            return new OaiAnswer.Part(elements, next, size, Optional.of(failure));
        }

        private void pull(XmlPull xml) {
            for (Optional<String> name = xml.next(); name.isPresent(); name = xml.next()) {
                switch (name.get().toLowerCase(java.util.Locale.ROOT)) {
                    case "oai-pmh" -> oai = true;
                    case "error" -> refuse(xml.element());
                    case "resumptiontoken" -> token(xml.element());
                    case String element when WANTED.contains(element) -> elements.add(xml.element());
                    default -> {}
                }
            }
        }

        private void refuse(XmlElement error) {
            refusal = Optional.of(new OaiAnswer.Refusal(error.attribute("code"), error.wholeText()));
        }

        private void token(XmlElement element) {
            token = Optional.of(element.wholeText()).filter(text -> !text.isBlank());
            String stated = element.attribute("completeListSize");
            size = stated.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(stated)) : Optional.empty();
        }
    }
}
