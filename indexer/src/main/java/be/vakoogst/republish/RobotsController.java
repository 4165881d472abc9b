package be.vakoogst.republish;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.ResourceJson;
import be.vakoogst.role.ConditionalOnRole;
import be.vakoogst.role.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.node.ArrayNode;

/**
 * {@code /robots.txt} (RFC 9309) and {@code /.well-known/tdmrep.json} (TDM Reservation Protocol, section 6.1): what robots may do here. What
 * publishers reserve of their records we reserve of the pages that show them, and of the lists that they stand in.
 */
@RestController
@ConditionalOnRole(Role.SEARCH)
class RobotsController {

    /** So that robots.txt stays below the 500 KiB that a robot has to read (section 2.5); beyond, all resources are closed. */
    private static final int MOST_NAMED = 8000;

    private static final List<String> NOT_FOR_ROBOTS = List.of("/operate", "/login", "/go/", "/report/", "/api/");
    private static final List<String> LISTS = List.of("/", "/trades/*", "/feeds/*", "/oai", "/api/*", "/export/*");
    private static final CacheControl FRESH =
            CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic();

    private final Catalogue catalogue;
    private final RepublishSettings settings;

    RobotsController(Catalogue catalogue, RepublishSettings settings) {
        this.catalogue = catalogue;
        this.settings = settings;
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots(HttpServletRequest request) {
        String base =
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        String text = Stream.of(forAll(), forAi(), Stream.of("Sitemap: " + base + "/sitemap.xml"))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .cacheControl(FRESH)
                .body(text);
    }

    private static Stream<String> forAll() {
        return Stream.concat(
                Stream.of("User-agent: *"),
                Stream.concat(NOT_FOR_ROBOTS.stream().map(path -> "Disallow: " + path), Stream.of("")));
    }

    /** The longest rule that fits holds (section 2.2.2): a page is open unless it is named. */
    private Stream<String> forAi() {
        List<ResourceId> reserved = catalogue.reserved(MOST_NAMED + 1);
        if (reserved.isEmpty()) {
            return Stream.empty();
        }
        Stream<String> pages = reserved.size() > MOST_NAMED
                ? Stream.empty()
                : Stream.concat(
                        Stream.of("Allow: /resources/"), reserved.stream().map(id -> "Disallow: /resources/" + id));
        return Stream.of(
                        settings.aiAgents().stream().map(agent -> "User-agent: " + agent),
                        Stream.of("Disallow: /"),
                        pages,
                        Stream.of(""))
                .flatMap(lines -> lines);
    }

    @GetMapping("/.well-known/tdmrep.json")
    ResponseEntity<String> reservations() {
        List<ResourceId> reserved = catalogue.reserved(MOST_NAMED + 1);
        ArrayNode rules = ResourceJson.mapper().createArrayNode();
        if (!reserved.isEmpty()) {
            Stream<String> pages = reserved.size() > MOST_NAMED
                    ? Stream.of("/resources/*")
                    : reserved.stream().map(id -> "/resources/" + id);
            Stream.concat(pages, LISTS.stream())
                    .forEach(location ->
                            rules.addObject().put("location", location).put("tdm-reservation", 1));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(FRESH)
                .body(rules.toString());
    }
}
