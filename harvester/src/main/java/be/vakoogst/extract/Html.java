package be.vakoogst.extract;

import be.vakoogst.fetch.Characters;
import be.vakoogst.fetch.Fetched;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What was fetched, as a document of HTML. */
public final class Html {

    private static final Pattern META =
            Pattern.compile("(?i)<meta[^>]{0,300}?charset\\s*=\\s*[\"']?\\s*([a-z0-9][a-z0-9._:-]{0,40})");

    private Html() {}

    /** By its bytes, the answer's header and its meta element, as {@link Characters} weighs them. */
    public static Document parse(Fetched.Fresh fetched) {
        return parse(characters(fetched), fetched);
    }

    public static Document parse(Characters characters, Fetched.Fresh fetched) {
        return Jsoup.parse(characters.text(), fetched.url().toString());
    }

    public static Characters characters(Fetched.Fresh fetched) {
        return Characters.of(fetched.body().bytes(), fetched.charset(), META);
    }
}
