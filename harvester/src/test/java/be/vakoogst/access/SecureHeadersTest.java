package be.vakoogst.access;

import static be.vakoogst.application.TestApplication.administrator;
import static be.vakoogst.application.TestApplication.request;
import static be.vakoogst.application.TestApplication.send;
import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.application.TestApplication;
import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.Submission;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.Resources;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page there is, opened by nobody and by an administrator: none has a script or style of its own, and none may be framed but what is made for it. */
class SecureHeadersTest {

    private static final LearningResource RESOURCE = Resources.from("kopregels", "Koptest <script>alert(1)</script>");

    @Test
    void noPageHasInlineScriptsOrStylesOrLacksAHeader() {
        new TransactionTemplate(TestApplication.context().getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> TestApplication.context()
                        .getBean(Catalogue.class)
                        .accept(List.of(new Submission(RESOURCE, List.of()))));
        Set<String> walked = new TreeSet<>();
        for (String path : paths()) {
            for (Optional<String> who : List.of(Optional.<String>empty(), Optional.of(administrator()))) {
                HttpResponse<String> answer =
                        send(request(path, who).header("Accept", "text/html").build());
                if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                    walked.add(path);
                    check(path, answer);
                }
            }
        }
        assertThat(walked)
                .contains("/", "/login", "/partner", "/takedown", "/widget", "/operate", "/operate/takedowns")
                .contains("/resources/" + RESOURCE.id(), "/embed/resources/" + RESOURCE.id());
    }

    @Test
    void onlyWhatIsMadeForFramesMayBeFramed() {
        assertThat(header("/embed/resources/" + RESOURCE.id(), "Content-Security-Policy"))
                .contains("frame-ancestors *");
        assertThat(header("/embed/resources/" + RESOURCE.id(), "X-Frame-Options"))
                .isEmpty();
        assertThat(header("/", "Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(header("/", "X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void whatAnybodyMayReadOfTheApiHasTheHeadersAndOpensNothingBesideIt() {
        for (String path : AccessRules.PUBLIC_API) {
            String open = path.replace("*", RESOURCE.id().value());

            assertThat(header(open, "X-Content-Type-Options")).as(open).isEqualTo("nosniff");
            assertThat(header(open, "Content-Security-Policy")).as(open).contains("frame-ancestors 'none'");
            assertThat(header(open, "Set-Cookie")).as(open).isEmpty();
            assertThat(status(open + "/besides/it")).as(open).isEqualTo(401);
        }
    }

    /** All that is mapped for reading, outside the API; what is named in a path is a resource that is there. */
    private static List<String> paths() {
        return Stream.concat(
                        TestApplication.context()
                                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                                .getHandlerMethods()
                                .keySet()
                                .stream()
                                .filter(mapping -> mapping.getMethodsCondition()
                                                .getMethods()
                                                .isEmpty()
                                        || mapping.getMethodsCondition()
                                                .getMethods()
                                                .contains(RequestMethod.GET))
                                .flatMap(mapping -> mapping.getPatternValues().stream()),
                        Stream.of("/?q=koptest", "/onbestaand"))
                .filter(path -> !path.startsWith("/api/") && !path.startsWith("/export/"))
                .map(path -> path.replaceAll("\\{[^}]*}", RESOURCE.id().value()))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    private static void check(String path, HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .as(path)
                .contains(
                        "default-src 'self'",
                        "object-src 'none'",
                        "base-uri 'none'",
                        "form-action 'self'",
                        "frame-ancestors")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                .as(path)
                .contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).as(path).isPresent();
        assertThat(answer.headers().firstValue("Permissions-Policy")).as(path).isPresent();
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("script:not([src]):not([type=application/ld+json])"))
                .as(path)
                .isEmpty();
        assertThat(page.select("style, [style], base")).as(path).isEmpty();
        assertThat(page.getAllElements().stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .filter(attribute -> attribute.getKey().startsWith("on")))
                .as(path)
                .isEmpty();
        assertThat(page.select("[href^=javascript:], [src^=http], script[src^=//]").stream()
                        .filter(element -> !element.is("img"))
                        .map(Element::outerHtml))
                .as(path)
                .isEmpty();
    }

    private static String header(String path, String name) {
        return send(request(path, Optional.empty())
                        .header("Accept", "text/html")
                        .build())
                .headers()
                .firstValue(name)
                .orElse("");
    }

    private static int status(String path) {
        return send(request(path, Optional.empty()).build()).statusCode();
    }
}
