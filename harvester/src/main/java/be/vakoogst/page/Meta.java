package be.vakoogst.page;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.Syntax;
import be.vakoogst.resource.Media;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Everything said by {@code meta} elements: OpenGraph, Twitter cards, Dublin Core, and HTML's own names. */
final class Meta {

    private Meta() {}

    static void read(Speaking page, Findings findings) {
        List<Element> metas = page.tagged("meta");
        for (int i = 0; i < metas.size(); i++) {
            String name = name(metas.get(i));
            String content = metas.get(i).attr("content");
            if (!name.isEmpty() && !content.isBlank()) {
                read(name, content, findings, metas.subList(i + 1, metas.size()));
            }
        }
    }

    private static String name(Element meta) {
        return Stream.of("property", "name", "http-equiv")
                .filter(meta::hasAttr)
                .findFirst()
                .map(attribute -> meta.attr(attribute).strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private static void read(String name, String content, Findings findings, List<Element> behind) {
        if (name.startsWith("og:") || name.startsWith("article:") || name.startsWith("video:")) {
            openGraph(name, content, findings, behind);
        } else if (name.startsWith("twitter:")) {
            twitter(name, content, findings);
        } else if (name.startsWith("dc.")
                || name.startsWith("dcterms.")
                || name.startsWith("dc:")
                || name.startsWith("dcterms:")) {
            dublinCore(
                    name.substring(name.indexOf(name.contains(":") ? ':' : '.') + 1),
                    name,
                    content,
                    Syntax.DUBLIN_CORE,
                    findings);
        } else {
            html(name, content, findings);
        }
    }

    /** OpenGraph's structured properties: those right behind a picture or film speak of it. */
    private static Optional<String> part(String name, List<Element> behind) {
        int colon = name.indexOf(':', "og:".length());
        String root = colon < 0 ? name : name.substring(0, colon);
        return behind.stream()
                .takeWhile(meta -> name(meta).startsWith(root + ":"))
                .filter(meta -> name(meta).equals(name))
                .map(meta -> meta.attr("content").strip())
                .filter(content -> !content.isEmpty())
                .findFirst();
    }

    private static Optional<Integer> pixels(String name, List<Element> behind) {
        return part(name, behind).filter(text -> text.matches("\\d{1,5}")).map(Integer::valueOf);
    }

    private static void video(String content, String name, Findings findings, List<Element> behind) {
        Optional<String> type = part("og:video:type", behind);
        boolean file = type.filter(mime -> mime.startsWith("video/")).isPresent();
        findings.media(content, type, file ? Media.Role.CONTENT : Media.Role.EMBED, Syntax.OPEN_GRAPH, name);
    }

    private static void openGraph(String name, String content, Findings findings, List<Element> behind) {
        Syntax syntax = Syntax.OPEN_GRAPH;
        switch (name) {
            case "og:title" -> findings.html(Field.TITLE, content, syntax, name);
            case "og:description" -> findings.html(Field.DESCRIPTION, content, syntax, name);
            case "og:url" -> findings.link(Field.CANONICAL, content, syntax, name);
            case "og:image", "og:image:url", "og:image:secure_url" ->
                findings.picture(
                        content, pixels("og:image:width", behind), pixels("og:image:height", behind), syntax, name);
            case "og:site_name" -> findings.html(Field.SITE_NAME, content, syntax, name);
            case "og:locale" -> findings.text(Field.LANGUAGE, content, syntax, name);
            case "og:type" -> findings.text(Field.TYPE, content, syntax, name);
            case "og:video", "og:video:url", "og:video:secure_url" -> video(content, name, findings, behind);
            case "og:audio" -> findings.media(content, Optional.empty(), Media.Role.CONTENT, syntax, name);
            case "video:duration", "og:video:duration" -> findings.text(Field.DURATION, content, syntax, name);
            case "article:published_time", "video:release_date" ->
                findings.text(Field.PUBLISHED, content, syntax, name);
            case "article:modified_time", "og:updated_time" -> findings.text(Field.MODIFIED, content, syntax, name);
            case "article:author" -> author(content, syntax, name, findings);
            case "article:section" -> findings.text(Field.CATEGORY, content, syntax, name);
            case "article:tag", "video:tag" -> findings.text(Field.KEYWORD, content, syntax, name);
            default -> {}
        }
    }

    private static void author(String content, Syntax syntax, String name, Findings findings) {
        if (!content.strip().matches("(?i)https?://.*")) {
            findings.who(Field.CREATOR, content, Optional.empty(), syntax, name);
        }
    }

    private static void twitter(String name, String content, Findings findings) {
        switch (name) {
            case "twitter:title" -> findings.html(Field.TITLE, content, Syntax.TWITTER, name);
            case "twitter:description" -> findings.html(Field.DESCRIPTION, content, Syntax.TWITTER, name);
            case "twitter:image", "twitter:image:src" -> findings.picture(content, Syntax.TWITTER, name);
            case "twitter:player" -> findings.media(content, Optional.empty(), Media.Role.EMBED, Syntax.TWITTER, name);
            default -> {}
        }
    }

    /** @param term of Dublin Core, in lower case and without prefix */
    static void dublinCore(String term, String where, String content, Syntax syntax, Findings findings) {
        switch (term) {
            case "title" -> findings.html(Field.TITLE, content, syntax, where);
            case "description", "abstract", "description.abstract" ->
                findings.html(Field.DESCRIPTION, content, syntax, where);
            case "creator", "contributor" -> findings.who(Field.CREATOR, content, Optional.empty(), syntax, where);
            case "publisher" -> findings.who(Field.PUBLISHER, content, Optional.empty(), syntax, where);
            case "date", "issued", "created", "date.issued", "date.created" ->
                findings.text(Field.PUBLISHED, content, syntax, where);
            case "modified", "date.modified" -> findings.text(Field.MODIFIED, content, syntax, where);
            case "language" -> findings.text(Field.LANGUAGE, content, syntax, where);
            case "subject" -> findings.text(Field.KEYWORD, content, syntax, where);
            case "type" -> findings.text(Field.TYPE, content, syntax, where);
            case "rights", "license", "rights.license" -> findings.licence(content, syntax, where);
            case "audience", "audience.educationlevel", "educationlevel" ->
                findings.text(Field.LEVEL, content, syntax, where);
            default -> {}
        }
    }

    private static void html(String name, String content, Findings findings) {
        Syntax syntax = Syntax.HTML;
        String where = "meta[" + name + "]";
        switch (name) {
            case "description" -> findings.html(Field.DESCRIPTION, content, syntax, where);
            case "keywords", "news_keywords" -> findings.text(Field.KEYWORD, content, syntax, where);
            case "content-language" -> findings.text(Field.LANGUAGE, content, syntax, where);
            case "author" -> findings.who(Field.CREATOR, content, Optional.empty(), syntax, where);
            case "robots", "vakoogst" -> findings.text(Field.ROBOTS, content, syntax, where);
            case "tdm-reservation", "tdm-policy" -> findings.text(Field.ROBOTS, name + ":" + content, syntax, where);
            case "copyright", "license" -> findings.licence(content, syntax, where);
            default -> {}
        }
    }
}
