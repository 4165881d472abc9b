package be.vakoogst.embed;

import be.vakoogst.problem.Refusal;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceJson;
import be.vakoogst.role.ConditionalOnRole;
import be.vakoogst.role.Role;
import be.vakoogst.search.ReservedUse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** {@code GET /oembed?url&format&maxwidth&maxheight}: a resource's page as a small frame for the pages of others. */
@RestController
@ConditionalOnRole(Role.SEARCH)
class OEmbedController {

    private static final Pattern ID = Pattern.compile("/resources/([0-9a-f]{32})/?");
    private static final CacheControl FRESH =
            CacheControl.maxAge(Duration.ofSeconds(30)).cachePublic();

    private final Embeddable embeddable;

    OEmbedController(Embeddable embeddable) {
        this.embeddable = embeddable;
    }

    /** @param format {@code json} or {@code xml}; another is answered with 501 (section 2.3.4) */
    @GetMapping("/oembed")
    ResponseEntity<String> embed(
            @RequestParam String url,
            @RequestParam(defaultValue = "json") String format,
            @RequestParam Optional<String> maxwidth,
            @RequestParam Optional<String> maxheight,
            HttpServletRequest request) {
        String base =
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        LearningResource resource = embeddable.find(id(url, base));
        OEmbed answer = OEmbed.of(resource, base, pixels("maxwidth", maxwidth), pixels("maxheight", maxheight));
        ResponseEntity.BodyBuilder ok = ResponseEntity.ok().cacheControl(FRESH);
        ReservedUse.tell(resource.reservations(), ok::header);
        return switch (format) {
            case "json" ->
                ok.contentType(MediaType.APPLICATION_JSON)
                        .body(ResourceJson.mapper().writeValueAsString(answer));
            case "xml" -> ok.contentType(MediaType.TEXT_XML).body(answer.xml());
            default -> throw Refusal.notOffered("There are the formats json and xml");
        };
    }

    private static String id(String url, String base) {
        Matcher matcher =
                ID.matcher(url.startsWith(base) ? url.substring(base.length()).split("[?#]", 2)[0] : "");
        if (!matcher.matches()) {
            throw Refusal.notThere("Only addresses that begin with " + base + "/resources/ can be embedded");
        }
        return matcher.group(1);
    }

    private static OptionalInt pixels(String name, Optional<String> text) {
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!text.get().matches("[1-9]\\d{0,4}")) {
            throw new WrongParameter(name, "is '" + text.get() + "' and must be a number of pixels");
        }
        return OptionalInt.of(Integer.parseInt(text.get()));
    }
}
