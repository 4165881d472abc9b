package be.vakoogst.embed;

import be.vakoogst.resource.Agent;
import be.vakoogst.resource.Attribution;
import be.vakoogst.resource.Image;
import be.vakoogst.resource.LearningResource;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An answer of type {@code rich} (oEmbed 1.0, section 2.3.4.4); licence and attribution are additions, as the format allows.
 *
 * @param html a frame, which can do nothing to the page that holds it
 * @param license its address, or the publisher's words; empty when nobody said anything
 */
record OEmbed(
        String type,
        String version,
        String title,
        @JsonProperty("author_name") Optional<String> author,
        @JsonProperty("provider_name") String provider,
        @JsonProperty("provider_url") String providerUrl,
        @JsonProperty("cache_age") int cacheAge,
        @JsonProperty("thumbnail_url") Optional<String> thumbnail,
        @JsonProperty("thumbnail_width") Optional<Integer> thumbnailWidth,
        @JsonProperty("thumbnail_height") Optional<Integer> thumbnailHeight,
        String html,
        int width,
        int height,
        String license,
        String attribution) {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 260;
    private static final int CACHE_SECONDS = 3600;

    static OEmbed of(LearningResource resource, String base, OptionalInt maxWidth, OptionalInt maxHeight) {
        int width = Math.min(WIDTH, maxWidth.orElse(WIDTH));
        int height = Math.min(HEIGHT, maxHeight.orElse(HEIGHT));
        Optional<Image> sized = resource.content().image().filter(OEmbed::fits);
        return new OEmbed(
                "rich",
                "1.0",
                resource.title(),
                resource.creators().stream().map(Agent::name).findFirst(),
                "Vakoogst",
                base + "/",
                CACHE_SECONDS,
                sized.map(Image::url).map(URI::toString),
                sized.flatMap(Image::width),
                sized.flatMap(Image::height),
                frame(resource, base, width, height),
                width,
                height,
                Attribution.licence(resource),
                Attribution.of(resource));
    }

    /** The format wants the size of a thumbnail with it. */
    private static boolean fits(Image image) {
        return image.width().isPresent() && image.height().isPresent();
    }

    private static String frame(LearningResource resource, String base, int width, int height) {
        return "<iframe src=\"%s/embed/resources/%s\" width=\"%d\" height=\"%d\" title=\"%s\" loading=\"lazy\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\"></iframe>"
                .formatted(Markup.escaped(base), resource.id(), width, height, Markup.escaped(resource.title()));
    }

    String xml() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", type);
        fields.put("version", version);
        fields.put("title", title);
        author.ifPresent(name -> fields.put("author_name", name));
        fields.put("provider_name", provider);
        fields.put("provider_url", providerUrl);
        fields.put("cache_age", cacheAge);
        thumbnail.ifPresent(url -> fields.put("thumbnail_url", url));
        thumbnailWidth.ifPresent(pixels -> fields.put("thumbnail_width", pixels));
        thumbnailHeight.ifPresent(pixels -> fields.put("thumbnail_height", pixels));
        fields.put("html", html);
        fields.put("width", width);
        fields.put("height", height);
        fields.put("license", license);
        fields.put("attribution", attribution);
        StringBuilder xml =
                new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<oembed>\n");
        fields.forEach(
                (name, value) -> xml.append("<%1$s>%2$s</%1$s>%n".formatted(name, Markup.escaped(value.toString()))));
        return xml.append("</oembed>\n").toString();
    }
}
