package be.vakoogst.access;

import static be.vakoogst.application.TestApplication.basic;
import static be.vakoogst.application.TestApplication.delete;
import static be.vakoogst.application.TestApplication.get;
import static be.vakoogst.application.TestApplication.json;
import static be.vakoogst.application.TestApplication.post;
import static be.vakoogst.application.TestApplication.put;
import static be.vakoogst.application.TestApplication.request;
import static be.vakoogst.application.TestApplication.send;
import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.application.TestApplication;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Who may do what, asked over HTTP of the whole application. */
class AccessTest {

    private static final String PASSWORD = "lang-en-moeilijk";

    /** The whole of what is open to anybody; a new endpoint that is not here must ask who is there. */
    private static final Set<String> OPEN = Set.of(
            "GET /",
            "GET /login",
            "GET /api/search",
            "GET /api/suggest",
            "GET /api/trades",
            "GET /api/trades/{id}",
            "GET /api/resources/{id}",
            "POST /api/classify",
            "POST /api/clicks",
            "POST /api/resources/{id}/reports",
            "GET /go/{id}",
            "GET /opensearch.xml",
            "GET /report/{id}",
            "POST /report/{id}",
            "GET /trades/{id}",
            "GET /oai",
            "POST /oai",
            "GET /feeds/rss",
            "GET /feeds/atom",
            "GET /feeds/json",
            "GET /resources/{id}",
            "GET /documents/{source}",
            "GET /sitemap.xml",
            "GET /sitemaps/{prefix}.xml",
            "GET /robots.txt",
            "GET /.well-known/tdmrep.json",
            "GET /oembed",
            "GET /embed/resources/{id}",
            "GET /widget",
            "GET /export/catalogue.jsonl.gz",
            "GET /api/changes",
            "GET /takedown",
            "GET /takedown/{key}",
            "POST /takedown",
            "POST /api/takedowns",
            "GET /partner",
            "GET /partner/previews/{id}",
            "GET /partner/registrations/{id}",
            "GET /partner/registrations/{id}/items",
            "GET /partner/status/{source}",
            "GET /partner/validate",
            "POST /partner/validate",
            "POST /api/partner/validate",
            "GET /partner/status/{source}/feed",
            "POST /partner/registrations/{id}/check",
            "POST /partner/registrations/{id}/push-key",
            "POST /api/partner/registrations/{id}/push-key",
            "POST /api/push/ping",
            "POST /api/push/records",
            "GET /push/websub/{callback}",
            "POST /push/websub/{callback}",
            "POST /partner/registrations/{id}/prove",
            "POST /partner/registrations/{id}/look",
            "POST /partner/registrations/{id}/address",
            "POST /partner/registrations/{id}/items/{item}/withdraw",
            "POST /partner/registrations/{id}/items/{item}/restore",
            "POST /partner/previews",
            "POST /partner/sheets",
            "POST /partner/registrations/{id}/sheet",
            "POST /api/partner/sheets",
            "POST /partner/previews/{id}/others",
            "POST /partner/registrations",
            "POST /partner/registrations/{id}/pause",
            "POST /partner/registrations/{id}/resume",
            "POST /partner/registrations/{id}/withdraw",
            "GET /api/partner/previews/{id}",
            "GET /api/partner/registrations/{id}",
            "GET /api/partner/registrations/{id}/standing",
            "GET /api/partner/registrations/{id}/items",
            "GET /api/partner/registrations/{id}/errors.csv",
            "GET /api/partner/registrations/{id}/export",
            "GET /api/partner/registrations/{id}/hub",
            "POST /api/partner/registrations/{id}/check",
            "POST /api/partner/registrations/{id}/prove",
            "POST /api/partner/registrations/{id}/address",
            "POST /api/partner/registrations/{id}/items/{item}/withdraw",
            "POST /api/partner/registrations/{id}/items/{item}/restore",
            "POST /api/partner/preview",
            "POST /api/partner/previews/{id}/others",
            "POST /api/partner/registrations",
            "POST /api/partner/registrations/{id}/pause",
            "POST /api/partner/registrations/{id}/resume",
            "POST /api/partner/registrations/{id}/withdraw",
            "GET /v3/api-docs",
            "GET /v3/api-docs.yaml",
            "GET /error",
            "HEAD /error");

    @Test
    void everyEndpointIsClosedUnlessARuleOpensIt() {
        Set<String> open = new TreeSet<>();
        Set<String> openToViewers = new TreeSet<>();
        Set<String> openToPartners = new TreeSet<>();
        for (String endpoint : endpoints()) {
            if (isOpen(endpoint, anonymous())) {
                open.add(endpoint);
            }
            if (isOpen(endpoint, as("VIEWER"))) {
                openToViewers.add(endpoint);
            }
            if (isOpen(endpoint, as("PARTNER"))) {
                openToPartners.add(endpoint);
            }
            assertThat(isOpen(endpoint, as("ADMINISTRATOR"))).as(endpoint).isTrue();
        }

        assertThat(open).isSubsetOf(OPEN);
        assertThat(openToViewers)
                .allMatch(endpoint -> endpoint.startsWith("GET ") || open.contains(endpoint) || isOwn(endpoint))
                .noneMatch(AccessTest::isForAdministrators);
        assertThat(openToPartners).allMatch(endpoint -> open.contains(endpoint) || isOwn(endpoint));
    }

    @Test
    void anOperatorMayEverythingButDecideWhoMayWhat() {
        for (String endpoint : endpoints()) {
            assertThat(isOpen(endpoint, as("OPERATOR"))).as(endpoint).isEqualTo(!isForAdministrators(endpoint));
        }
    }

    @Test
    void aViewerSeesRunsAndStartsNone() throws Exception {
        makeAccount("kijker", "viewer");

        assertThat(get("/api/runs", basic("kijker", PASSWORD)).statusCode()).isEqualTo(200);
        assertThat(post("/api/sources/x/runs", "{}", basic("kijker", PASSWORD)).statusCode())
                .isEqualTo(403);
        assertThat(get("/api/accounts", basic("kijker", PASSWORD)).statusCode()).isEqualTo(403);
    }

    @Test
    void passwordsAreKeptHashedAndTokensAsDigests() throws Exception {
        makeAccount("gehasht", "operator");
        String secret = issueToken("gehasht", "viewer");

        JdbcClient database = TestApplication.database();
        assertThat(database.sql("select password_hash from account")
                        .query(String.class)
                        .list())
                .allMatch(hash -> hash.startsWith("{bcrypt}"));
        assertThat(database.sql("select encode(digest, 'escape') from api_token")
                        .query(String.class)
                        .list())
                .noneMatch(digest -> digest.contains(secret));
    }

    @Test
    void guessingGetsSlowerAndAnAdministratorUnlocks() throws Exception {
        makeAccount("geraden", "viewer");
        for (int guess = 0; guess < AccountTable.FREE_ATTEMPTS; guess++) {
            assertThat(get("/api/runs", basic("geraden", "fout-" + guess)).statusCode())
                    .isEqualTo(401);
        }

        HttpResponse<String> locked = get("/api/runs", basic("geraden", PASSWORD));
        assertThat(locked.statusCode()).isEqualTo(401);
        assertThat(json(locked).path("detail").asString()).contains("Too many wrong passwords");

        assertThat(post("/api/accounts/geraden/unlock", "", admin()).statusCode())
                .isEqualTo(200);
        assertThat(get("/api/runs", basic("geraden", PASSWORD)).statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenOpensNoMoreThanItsScopeAndNothingOnceRevoked() throws Exception {
        makeAccount("programma", "operator");
        HttpResponse<String> issued = post(
                "/api/me/tokens", "{\"label\": \"nachtjob\", \"scope\": \"viewer\"}", basic("programma", PASSWORD));
        String bearer = "Bearer " + json(issued).path("secret").asString();

        assertThat(get("/api/runs", bearer).statusCode()).isEqualTo(200);
        assertThat(json(get("/api/me", bearer)).path("role").asString()).isEqualTo("viewer");
        assertThat(post("/api/sources/x/runs", "{}", bearer).statusCode()).isEqualTo(403);
        assertThat(post("/api/me/tokens", "{\"label\": \"meer\", \"scope\": \"operator\"}", bearer)
                        .statusCode())
                .isEqualTo(400);

        long id = json(issued).at("/token/id").asLong();
        assertThat(delete("/api/me/tokens/" + id, basic("programma", PASSWORD)).statusCode())
                .isEqualTo(204);
        assertThat(get("/api/runs", bearer).statusCode()).isEqualTo(401);
        assertThat(get("/api/runs", "Bearer vakoogst_onzin").statusCode()).isEqualTo(401);
    }

    @Test
    void aClosedAccountIsOutAtOnceWithItsTokensAndSessions() throws Exception {
        makeAccount("vertrekt", "operator");
        String bearer = "Bearer " + issueToken("vertrekt", "operator");
        HttpClient browser = browser();
        signIn(browser, "vertrekt", PASSWORD);
        assertThat(page(browser, "/api/me").statusCode()).isEqualTo(200);

        put("/api/accounts/vertrekt", "{\"enabled\": false}", admin());

        assertThat(get("/api/runs", bearer).statusCode()).isEqualTo(401);
        assertThat(get("/api/runs", basic("vertrekt", PASSWORD)).statusCode()).isEqualTo(401);
        assertThat(page(browser, "/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void aBrowserSignsInByTheFormAndChangesNothingWithoutTheTokenOfOurOwnPage() throws Exception {
        makeAccount("surfer", "operator");
        HttpClient browser = browser();

        assertThat(page(browser, "/operate").headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/login"));
        assertThat(signIn(browser, "surfer", "verkeerd").headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).contains("error"));
        signIn(browser, "surfer", PASSWORD);
        assertThat(json(page(browser, "/api/me")).path("name").asString()).isEqualTo("surfer");

        HttpResponse<String> forged = send(
                browser,
                request("/api/sources/x/runs", Optional.empty())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build());
        assertThat(forged.statusCode()).isEqualTo(403);
    }

    @Test
    void theFirstAndTheLastAdministratorCannotBeShutOut() throws Exception {
        assertThat(delete("/api/accounts/operator", admin()).statusCode()).isEqualTo(409);
        assertThat(put("/api/accounts/operator", "{\"role\": \"viewer\"}", admin())
                        .statusCode())
                .isEqualTo(409);
        assertThat(put("/api/accounts/operator", "{\"password\": \"iets-heel-anders\"}", admin())
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void whatIsWrongInAnAccountIsNamed() throws Exception {
        assertThat(parameter("{\"role\": \"viewer\", \"password\": \"" + PASSWORD + "\"}"))
                .isEqualTo("name");
        assertThat(parameter("{\"name\": \"A B\", \"role\": \"viewer\", \"password\": \"" + PASSWORD + "\"}"))
                .isEqualTo("name");
        assertThat(parameter("{\"name\": \"ab\", \"role\": \"koning\", \"password\": \"" + PASSWORD + "\"}"))
                .isEqualTo("role");
        assertThat(parameter("{\"name\": \"ab\", \"role\": \"viewer\", \"password\": \"kort\"}"))
                .isEqualTo("password");
        assertThat(get("/api/accounts/niemand", admin()).statusCode()).isEqualTo(404);
    }

    @Test
    void everyChangeStandsInTheAuditLogWithWhoWhatBeforeAndAfter() throws Exception {
        makeAccount("gewijzigd", "viewer");
        put("/api/accounts/gewijzigd", "{\"role\": \"operator\"}", admin());
        post("/api/sources/bestaat-niet/runs", "{}", admin());

        JsonNode entries =
                json(get("/api/audit?subject=account:gewijzigd", admin())).path("entries");
        assertThat(entries.at("/0/action").asString()).isEqualTo("account.changed");
        assertThat(entries.at("/0/actor").asString()).isEqualTo("operator");
        assertThat(entries.at("/0/before/role").asString()).isEqualTo("viewer");
        assertThat(entries.at("/0/after/role").asString()).isEqualTo("operator");
        assertThat(entries.at("/1/action").asString()).isEqualTo("account.made");
        assertThat(get("/api/audit", admin()).body()).doesNotContain(PASSWORD).doesNotContain("bestaat-niet");
    }

    private static Set<String> endpoints() {
        return TestApplication.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .flatMap(
                                pattern -> methods(mapping.getMethodsCondition().getMethods()).stream()
                                        .map(method -> method + " " + pattern)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<RequestMethod> methods(Set<RequestMethod> declared) {
        return declared.isEmpty() ? Arrays.stream(RequestMethod.values()).collect(Collectors.toSet()) : declared;
    }

    private static boolean isOpen(String endpoint, Authentication user) {
        String[] parts = endpoint.split(" ", 2);
        return TestApplication.context()
                .getBean(WebInvocationPrivilegeEvaluator.class)
                .isAllowed("", parts[1].replaceAll("\\{[^}]*}", "1"), parts[0], user);
    }

    private static boolean isOwn(String endpoint) {
        return endpoint.matches("\\w+ /(api|operate)/me(/.*)?") || endpoint.matches("\\w+ /error");
    }

    private static boolean isForAdministrators(String endpoint) {
        return endpoint.matches("\\w+ /(api|operate)/(accounts|audit|personal-data)(/.*)?")
                || endpoint.equals("GET /api/backup");
    }

    private static Authentication anonymous() {
        return new AnonymousAuthenticationToken("x", "x", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
    }

    private static Authentication as(String role) {
        TestingAuthenticationToken user = new TestingAuthenticationToken("iemand", "", "ROLE_" + role);
        user.setAuthenticated(true);
        return user;
    }

    private static void makeAccount(String name, String role) throws Exception {
        HttpResponse<String> made = post(
                "/api/accounts",
                "{\"name\": \"%s\", \"role\": \"%s\", \"password\": \"%s\"}".formatted(name, role, PASSWORD),
                admin());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    }

    private static String issueToken(String account, String scope) throws Exception {
        return json(post(
                        "/api/me/tokens",
                        "{\"label\": \"test\", \"scope\": \"%s\", \"days\": 1}".formatted(scope),
                        basic(account, PASSWORD)))
                .path("secret")
                .asString();
    }

    private static String parameter(String account) throws Exception {
        return json(post("/api/accounts", account, admin())).path("parameter").asString("");
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private static HttpResponse<String> signIn(HttpClient browser, String name, String password) throws Exception {
        String form = page(browser, "/login").body();
        String token = form.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        return send(
                browser,
                request("/login", Optional.empty())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=%s&password=%s&_csrf=%s"
                                .formatted(name, password, URLEncoder.encode(token, StandardCharsets.UTF_8))))
                        .build());
    }

    private static HttpResponse<String> page(HttpClient browser, String path) throws Exception {
        return send(
                browser,
                request(path, Optional.empty())
                        .header("Accept", "text/html,application/json")
                        .build());
    }

    private static String admin() {
        return TestApplication.administrator();
    }
}
