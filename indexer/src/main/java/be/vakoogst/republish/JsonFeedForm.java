package be.vakoogst.republish;

import be.vakoogst.resource.Attribution;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceJson;
import java.time.format.DateTimeFormatter;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Feed 1.1; licence and source stand under {@code _vakoogst}, as the format keeps for others' extensions. */
final class JsonFeedForm {

    /** With its seconds, be they none. */
    private static final DateTimeFormatter RFC_3339 = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private JsonFeedForm() {}

    static ObjectNode of(Feed about, List<LearningResource> resources) {
        ObjectNode feed = ResourceJson.mapper().createObjectNode();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", about.title());
        feed.put("home_page_url", about.page());
        feed.put("feed_url", about.self());
        ArrayNode items = feed.putArray("items");
        resources.forEach(resource -> item(resource, about, items.addObject()));
        return feed;
    }

    private static void item(LearningResource resource, Feed about, ObjectNode item) {
        item.put("id", about.base() + "/resources/" + resource.id());
        item.put("url", resource.url().toString());
        item.put("title", resource.title());
        item.put("content_text", resource.description().orElse(resource.title()));
        resource.content()
                .image()
                .ifPresent(image -> item.put("image", image.url().toString()));
        resource.dates().datePublished().map(RFC_3339::format).ifPresent(date -> item.put("date_published", date));
        resource.dates().dateModified().map(RFC_3339::format).ifPresent(date -> item.put("date_modified", date));
        resource.languages().stream().findFirst().ifPresent(tag -> item.put("language", tag.toString()));
        if (!resource.creators().isEmpty()) {
            ArrayNode authors = item.putArray("authors");
            resource.creators().forEach(creator -> authors.addObject().put("name", creator.name()));
        }
        ArrayNode tags = item.putArray("tags");
        resource.subject().trades().forEach(trade -> tags.add(trade.id()));
        ObjectNode more = item.putObject("_vakoogst");
        more.put("source", resource.origin().source().name());
        resource.licence().uri().ifPresent(uri -> more.put("licence", uri.toString()));
        resource.licence().text().ifPresent(text -> more.put("licenceText", text));
        more.put("attribution", Attribution.of(resource));
        if (!resource.reservations().isEmpty()) {
            more.set("reservations", ResourceJson.mapper().valueToTree(resource.reservations()));
        }
    }
}
