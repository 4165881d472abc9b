package be.vakoogst.sitemap;

import be.vakoogst.connector.Checkpoint;
import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Item;
import be.vakoogst.connector.ItemKey;
import be.vakoogst.extract.Field;
import be.vakoogst.extract.Fingerprint;
import be.vakoogst.extract.RawRecord;
import be.vakoogst.extract.Sayings;
import be.vakoogst.extract.Syntax;
import be.vakoogst.xml.XmlElement;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What an entry says of its page, by itself and by the image, video and news extensions.
 *
 * @param file the sitemap it stands in
 * @param lastmodTells whether a page whose lastmod is as it was may be passed over
 */
record SitemapEntry(URI file, boolean lastmodTells) {

    Discovered found(XmlElement entry, URI page) {
        Sayings sayings = new Sayings(Syntax.SITEMAP, page.getPath());
        sayings.text(Field.MODIFIED, entry.textAt("lastmod"), "lastmod");
        entry.all("image").forEach(image -> image(image, page, sayings));
        entry.all("video").findFirst().ifPresent(video -> video(video, page, sayings));
        entry.all("news").findFirst().ifPresent(news -> news(news, sayings));
        boolean tells = lastmodTells && !entry.textAt("lastmod").isEmpty();
        return new Discovered.Found(new Item(
                new ItemKey(page.toString()),
                page,
                new RawRecord(file, sayings.all(), List.of()),
                tells ? Fingerprint.of(Optional.of(page), sayings.all()) : "",
                Optional.of(page),
                Checkpoint.START));
    }

    private static void image(XmlElement image, URI page, Sayings sayings) {
        sayings.plain(Field.IMAGE, image.textAt("loc"), page, "image:loc");
    }

    private static void video(XmlElement video, URI page, Sayings sayings) {
        sayings.text(Field.TITLE, video.textAt("title"), "video:title");
        sayings.text(Field.DESCRIPTION, video.textAt("description"), "video:description");
        sayings.plain(Field.IMAGE, video.textAt("thumbnail_loc"), page, "video:thumbnail_loc");
        sayings.plain(Field.MEDIA, video.textAt("content_loc"), page, "video:content_loc");
        sayings.text(Field.DURATION, video.textAt("duration"), "video:duration");
        sayings.text(Field.PUBLISHED, video.textAt("publication_date"), "video:publication_date");
        sayings.text(Field.CATEGORY, video.textAt("category"), "video:category");
        video.all("tag").forEach(tag -> sayings.text(Field.KEYWORD, tag.wholeText(), "video:tag"));
        sayings.text(Field.TYPE, "video", "video:video");
    }

    private static void news(XmlElement news, Sayings sayings) {
        sayings.text(Field.TITLE, news.textAt("title"), "news:title");
        sayings.text(Field.PUBLISHED, news.textAt("publication_date"), "news:publication_date");
        sayings.text(Field.KEYWORD, news.textAt("keywords"), "news:keywords");
        sayings.text(Field.LANGUAGE, news.textAt("publication", "language"), "news:language");
    }
}
