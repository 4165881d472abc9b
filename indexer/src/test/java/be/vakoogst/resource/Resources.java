package be.vakoogst.resource;

import java.net.URI;

/** Learning resources for tests, described by what a test cares about. */
public final class Resources {

    private Resources() {}

    public static LearningResource titled(String title) {
        return read(title, "vakblad", "");
    }

    public static LearningResource from(String source, String title) {
        return read(title, source, "");
    }

    /** The same with more fields, written as the inside of a JSON object. */
    public static LearningResource from(String source, String title, String fields) {
        return read(title, source, "," + fields);
    }

    /** With more fields, written as the inside of a JSON object. */
    public static LearningResource with(String title, String fields) {
        return read(title, "vakblad", "," + fields);
    }

    public static LearningResource retitled(LearningResource resource, String title) {
        String json = ResourceJson.mapper().writeValueAsString(resource);
        String old = ResourceJson.mapper().writeValueAsString(resource.title());
        return ResourceJson.mapper()
                .readValue(
                        json.replace(
                                "\"title\":" + old,
                                "\"title\":" + ResourceJson.mapper().writeValueAsString(title)),
                        LearningResource.class);
    }

    public static LearningResource readAt(String title, URI url) {
        LearningResource resource = titled(title);
        return resource.movedTo(url, new Provenance("url", "feed", "link"));
    }

    private static LearningResource read(String title, String source, String more) {
        ResourceId id = ResourceId.of(new SourceId(source), title);
        String json = """
                {"id":"%s","url":"https://%s.example/%s","title":%s,
                 "source":{"id":"%s","name":"Vakblad %s","kind":"publisher"},"harvestedFrom":"https://%s.example/feed",
                 "basis":"page"%s%s}""".formatted(
                        id,
                        source,
                        id,
                        ResourceJson.mapper().writeValueAsString(title),
                        source,
                        source,
                        source,
                        more.contains("\"licence\"") ? "" : ",\"licence\":{\"assertion\":\"unknown\"}",
                        more);
        return ResourceJson.mapper().readValue(json, LearningResource.class);
    }
}
