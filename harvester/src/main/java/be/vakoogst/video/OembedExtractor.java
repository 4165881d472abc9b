package be.vakoogst.video;

import be.vakoogst.extract.Extraction;
import be.vakoogst.extract.Extractor;
import be.vakoogst.extract.Field;
import be.vakoogst.extract.RawRecord;
import be.vakoogst.extract.Sayings;
import be.vakoogst.extract.Syntax;
import be.vakoogst.extract.Value;
import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.failure.Stage;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Reference;
import be.vakoogst.resource.Media;
import be.vakoogst.source.Source;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the answer of an oEmbed address (oEmbed 1.0, section 2.3.4): title, author, preview, player and, from Vimeo and others, duration. */
public class OembedExtractor implements Extractor {

    @Override
    public boolean reads(Fetched.Fresh fetched) {
        return fetched.mediaType().contains("json") && answer(fetched).isPresent();
    }

    private static Optional<JsonNode> answer(Fetched.Fresh fetched) {
        try {
            return Optional.of(JsonMapper.shared().readTree(fetched.body().bytes()))
                    .filter(json -> json.isObject() && json.has("version") && json.has("type"));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    @Override
    public Extraction extract(Fetched.Fresh fetched, Source source) {
        return answer(fetched)
                .<Extraction>map(json -> new Extraction.Read(
                        new RawRecord(fetched.url(), new Answer(fetched.url(), json).say(), List.of()), fetched))
                .orElseGet(() -> new Extraction.Unreadable(
                        new Failure(fetched.url(), Stage.EXTRACT, Reason.UNREADABLE, "no oEmbed answer")));
    }

    /** One answer. */
    private record Answer(URI url, JsonNode json, Sayings sayings) {

        Answer(URI url, JsonNode json) {
            this(url, json, new Sayings(Syntax.OEMBED, "oembed"));
        }

        List<be.vakoogst.extract.Statement> say() {
            sayings.text(Field.TITLE, text("title"), "title");
            sayings.text(Field.DESCRIPTION, text("description"), "description");
            sayings.who(Field.CREATOR, text("author_name"), Optional.empty(), "author_name");
            sayings.words(Field.DURATION, text("duration"), "duration");
            sayings.words(Field.PUBLISHED, text("upload_date"), "upload_date");
            sayings.words(Field.TYPE, text("type"), "type");
            address(text("thumbnail_url")).ifPresent(picture -> sayings.picture(picture, "thumbnail_url"));
            player().flatMap(this::address).ifPresent(this::embed);
            return sayings.all();
        }

        private String text(String member) {
            return json.path(member).asString("");
        }

        private Optional<URI> address(String reference) {
            return reference.isBlank() ? Optional.empty() : Reference.resolve(url, reference);
        }

        private Optional<String> player() {
            return Optional.ofNullable(Jsoup.parse(text("html")).selectFirst("iframe[src], video[src], embed[src]"))
                    .map(frame -> frame.attr("src"));
        }

        private void embed(URI player) {
            sayings.add(
                    Field.MEDIA,
                    new Value.File(
                            EmbedAddress.of(player).orElse(player),
                            Optional.empty(),
                            Optional.of(text("duration")).filter(seconds -> !seconds.isBlank()),
                            Optional.empty(),
                            Media.Role.EMBED),
                    "html");
        }
    }
}
