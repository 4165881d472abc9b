package be.vakoogst.republish;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.role.ConditionalOnRole;
import be.vakoogst.role.Role;
import be.vakoogst.search.Finds;
import be.vakoogst.search.ReservedUse;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** {@code /feeds/rss}, {@code /feeds/atom} and {@code /feeds/json}: what is new of any search, with the search's own parameters. */
@RestController
@ConditionalOnRole(Role.SEARCH)
class FeedController {

    private static final int ENTRIES = 30;
    private static final CacheControl FRESH =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final Finds finds;
    private final Catalogue catalogue;
    private final RepublishSettings settings;

    FeedController(Finds finds, Catalogue catalogue, RepublishSettings settings) {
        this.finds = finds;
        this.catalogue = catalogue;
        this.settings = settings;
    }

    @GetMapping("/feeds/rss")
    ResponseEntity<String> rss(HttpServletRequest request, Locale locale) throws FeedException {
        return xml("rss_2.0", "application/rss+xml", request, locale);
    }

    @GetMapping("/feeds/atom")
    ResponseEntity<String> atom(HttpServletRequest request, Locale locale) throws FeedException {
        return xml("atom_1.0", "application/atom+xml", request, locale);
    }

    @GetMapping("/feeds/json")
    ResponseEntity<String> json(HttpServletRequest request, Locale locale) {
        List<LearningResource> found = found(request, locale);
        return answer(
                "application/feed+json",
                found,
                JsonFeedForm.of(feed(request), found).toString());
    }

    private ResponseEntity<String> xml(String form, String type, HttpServletRequest request, Locale locale)
            throws FeedException {
        List<LearningResource> found = found(request, locale);
        return answer(type, found, new SyndFeedOutput().outputString(FeedForm.of(feed(request), found, form)));
    }

    /** What one of them reserves is said of the whole. */
    private static ResponseEntity<String> answer(String type, List<LearningResource> found, String body) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type + ";charset=UTF-8"))
                .cacheControl(FRESH);
        ReservedUse.tell(
                found.stream()
                        .flatMap(resource -> resource.reservations().stream())
                        .toList(),
                answer::header);
        return answer.body(body);
    }

    private Feed feed(HttpServletRequest request) {
        String base =
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        String words = Optional.ofNullable(request.getParameter("q")).orElse("");
        String title = words.isBlank() ? settings.name() : settings.name() + ": " + XmlText.legal(words);
        String query = Optional.ofNullable(request.getQueryString())
                .map(text -> "?" + text)
                .orElse("");
        return new Feed(settings.name(), title, base, base + request.getRequestURI() + query, base + "/" + query);
    }

    private List<LearningResource> found(HttpServletRequest request, Locale locale) {
        return finds.newest(request.getParameterMap(), ENTRIES, locale).stream()
                .map(catalogue::find)
                .flatMap(Optional::stream)
                .map(CatalogueRecord::passedOn)
                .flatMap(Optional::stream)
                .toList();
    }
}
