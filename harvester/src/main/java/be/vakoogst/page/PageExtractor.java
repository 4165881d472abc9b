package be.vakoogst.page;

import be.vakoogst.extract.Extraction;
import be.vakoogst.extract.Extractor;
import be.vakoogst.extract.Html;
import be.vakoogst.extract.RawRecord;
import be.vakoogst.fetch.Characters;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Reference;
import be.vakoogst.source.Source;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;

/** Reads HTML, whatever of it there is. Safe for any number of threads. */
public class PageExtractor implements Extractor {

    private static final int SNIFFED = 1024;

    private final List<PageReading> others;

    /** @param others what other rooms read in a page besides */
    public PageExtractor(List<PageReading> others) {
        this.others = List.copyOf(others);
    }

    @Override
    public boolean reads(Fetched.Fresh fetched) {
        return fetched.mediaType().contains("html")
                || looksLikeHtml(fetched.body().start(SNIFFED));
    }

    private static boolean looksLikeHtml(byte[] body) {
        String start = new String(body, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return start.contains("<html") || start.contains("<!doctype html") || start.contains("<head");
    }

    @Override
    public Extraction extract(Fetched.Fresh fetched, Source source) {
        Characters characters = Html.characters(fetched);
        Document page = Html.parse(characters, fetched);
        Findings findings = new Findings(fetched.url(), base(page, fetched.url()));
        characters.fault().ifPresent(fault -> findings.notice("charset", fault));
        new SelectorOverrides(source.selectors()).read(page, findings);
        Speaking speaking = Speaking.in(page);
        JsonLd.read(speaking, findings);
        Meta.read(speaking, findings);
        Properties.read(speaking, findings);
        PlainHtml.read(page, speaking, findings);
        others.forEach(other -> other.read(page, fetched.url()).forEach(findings::add));
        HttpHeaders.read(fetched.headers(), findings);
        return new Extraction.Read(new RawRecord(fetched.url(), findings.statements(), findings.notices()), fetched);
    }

    /** jsoup gives a document the base that its {@code base} element names. */
    private static URI base(Document page, URI url) {
        return Reference.resolve(url, page.baseUri()).orElse(url);
    }
}
