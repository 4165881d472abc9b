package be.vakoogst.republish;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.problem.Refusal;
import be.vakoogst.role.ConditionalOnRole;
import be.vakoogst.role.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * {@code /sitemap.xml}: every resource's page for search engines, by sitemaps.org 0.9. A record stays in the file of its id's first digits
 * whatever comes and goes, and as ids are spread evenly, so are the files.
 */
@RestController
@ConditionalOnRole(Role.SEARCH)
class SitemapController {

    /** Of 50,000 that a sitemap may have (sitemaps.org, "Sitemap Index"), so that no file outgrows it by chance. */
    private static final int WANTED_IN_ONE = 25_000;

    private static final int HEX = 16;
    private static final int MOST_DIGITS = 4;
    private static final String OPENING =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<%s xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";

    private final Catalogue catalogue;

    SitemapController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping(path = "/sitemap.xml", produces = MediaType.APPLICATION_XML_VALUE)
    String index(HttpServletRequest request) {
        String base = base(request);
        StringBuilder xml = new StringBuilder(OPENING.formatted("sitemapindex"));
        prefixes()
                .forEach(prefix -> xml.append("<sitemap><loc>")
                        .append(base)
                        .append("/sitemaps/")
                        .append(prefix)
                        .append(".xml</loc></sitemap>\n"));
        return xml.append("</sitemapindex>\n").toString();
    }

    @GetMapping(path = "/sitemaps/{prefix}.xml", produces = MediaType.APPLICATION_XML_VALUE)
    String file(@PathVariable String prefix, HttpServletRequest request) {
        if (!prefix.matches("[0-9a-f]{1," + MOST_DIGITS + "}")) {
            throw Refusal.notThere("There is no such sitemap");
        }
        String base = base(request);
        StringBuilder xml = new StringBuilder(OPENING.formatted("urlset"));
        catalogue
                .shown(prefix)
                .forEach(shown -> xml.append("<url><loc>")
                        .append(base)
                        .append("/resources/")
                        .append(shown.id())
                        .append("</loc><lastmod>")
                        .append(shown.lastChanged().truncatedTo(ChronoUnit.SECONDS))
                        .append("</lastmod></url>\n"));
        return xml.append("</urlset>\n").toString();
    }

    /** As many digits as keep each file small. */
    private List<String> prefixes() {
        long records = catalogue.countBySource().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        List<String> prefixes = digits();
        for (int digits = 1; digits < MOST_DIGITS && records / prefixes.size() > WANTED_IN_ONE; digits++) {
            prefixes = prefixes.stream()
                    .flatMap(prefix -> digits().stream().map(digit -> prefix + digit))
                    .toList();
        }
        return prefixes;
    }

    private static List<String> digits() {
        return IntStream.range(0, HEX).mapToObj(Integer::toHexString).toList();
    }

    private static String base(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    }
}
