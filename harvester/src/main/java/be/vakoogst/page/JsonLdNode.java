package be.vakoogst.page;

import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Questions to a node of JSON-LD. */
final class JsonLdNode {

    private static final Set<String> WORKS = Set.of(
            "LearningResource",
            "Article",
            "NewsArticle",
            "BlogPosting",
            "TechArticle",
            "Report",
            "HowTo",
            "VideoObject",
            "AudioObject",
            "PodcastEpisode",
            "Course",
            "CourseInstance",
            "Recipe",
            "CreativeWork",
            "Book",
            "Quiz",
            "PresentationDigitalDocument",
            "DigitalDocument",
            "TextDigitalDocument",
            "WebPage",
            "ItemPage",
            "Question",
            "FAQPage",
            "MediaObject",
            "3DModel",
            "SoftwareApplication",
            "Game",
            "Event",
            "EducationEvent",
            "Episode",
            "TVEpisode",
            "Clip",
            "Guide",
            "ScholarlyArticle",
            "SocialMediaPosting",
            "ImageObject",
            "DefinedTermSet");

    /** What a page merely is, or merely shows; read only where nothing better is there. */
    private static final Set<String> WRAPPERS = Set.of("WebPage", "ItemPage", "FAQPage", "ImageObject", "CreativeWork");

    private JsonLdNode() {}

    static boolean isWork(String type) {
        return WORKS.contains(type);
    }

    static Stream<String> types(JsonNode node) {
        JsonNode type = node.path("@type");
        Stream<JsonNode> all = type.isArray() ? type.valueStream() : Stream.of(type);
        return all.map(one -> local(one.asString(""))).filter(name -> !name.isEmpty());
    }

    /** A name without prefix or address. */
    static String local(String name) {
        int start = Math.max(name.lastIndexOf('/'), Math.max(name.lastIndexOf(':'), name.lastIndexOf('#')));
        return name.substring(start + 1);
    }

    /** 0: no work at all; 1: a wrapper around one; 2: a work. */
    static int rank(JsonNode node) {
        return types(node)
                .mapToInt(type -> !isWork(type) ? 0 : WRAPPERS.contains(type) ? 1 : 2)
                .max()
                .orElse(0);
    }
}
