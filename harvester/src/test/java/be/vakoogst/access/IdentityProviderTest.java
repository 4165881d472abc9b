package be.vakoogst.access;

import static be.vakoogst.application.TestApplication.json;
import static be.vakoogst.application.TestApplication.request;
import static be.vakoogst.application.TestApplication.send;
import static be.vakoogst.application.TestApplication.uri;
import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.application.TestApplication;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.UriComponentsBuilder;

/** Signing in through an identity provider (OpenID Connect 1.0, authorization code flow). */
class IdentityProviderTest {

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Test
    void whoTheProviderCallsAnOperatorIsOne() {
        HttpResponse<String> back =
                signIn("code-a", "mieke@school.be", List.of("operator", "directie"), Signed.BY_PROVIDER);

        assertThat(location(back)).endsWith("/operate");
        assertThat(json(page("/api/me")).path("name").asString()).isEqualTo("mieke@school.be");
        assertThat(json(page("/api/me")).path("role").asString()).isEqualTo("operator");
        assertThat(page("/operate").body()).contains("mieke@school.be");
        assertThat(page("/api/accounts").statusCode()).isEqualTo(403);
    }

    @Test
    void whoHasNoRoleOfOursMayDoNothing() {
        signIn("code-b", "gast@school.be", "directie", Signed.BY_PROVIDER);

        assertThat(page("/api/runs").statusCode()).isEqualTo(403);
        assertThat(page("/operate").statusCode()).isEqualTo(403);
    }

    @Test
    void aTokenThatSomebodyElseSignedOpensNothing() {
        HttpResponse<String> back = signIn("code-c", "operator", "administrator", Signed.BY_SOMEBODY_ELSE);

        assertThat(location(back)).contains("/login?error");
        assertThat(page("/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenForAnotherSignInOpensNothing() {
        URI asked = asked();
        TestApplication.identityProvider().signsIn("code-d", "een andere", "dief", "administrator");
        HttpResponse<String> back = comeBack(asked, "code-d");

        assertThat(location(back)).contains("/login?error");
        assertThat(page("/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void whoIsCalledLikeAnAccountHereHasNothingOfIt() {
        signIn("code-e", "operator", "operator", Signed.BY_PROVIDER);

        assertThat(page("/api/me/tokens").body()).isEqualTo("{\"tokens\":[]}");
        assertThat(page("/operate/me").body()).doesNotContain("name=\"label\"").doesNotContain("name=\"current\"");
    }

    private enum Signed {
        BY_PROVIDER,
        BY_SOMEBODY_ELSE
    }

    private HttpResponse<String> signIn(String code, String name, Object roles, Signed signed) {
        URI asked = asked();
        String nonce = parameter(asked, "nonce");
        if (signed == Signed.BY_PROVIDER) {
            TestApplication.identityProvider().signsIn(code, nonce, name, roles);
        } else {
            TestApplication.identityProvider().signsInWithForeignKey(code, nonce, name, roles);
        }
        return comeBack(asked, code);
    }

    /** Where the browser is sent to sign in. */
    private URI asked() {
        assertThat(page("/login").body()).contains("/oauth2/authorization/school");
        return URI.create(location(page("/oauth2/authorization/school")));
    }

    private HttpResponse<String> comeBack(URI asked, String code) {
        return page("/login/oauth2/code/school?code=" + code + "&state="
                + URLEncoder.encode(parameter(asked, "state"), StandardCharsets.UTF_8));
    }

    private static String parameter(URI address, String name) {
        String value =
                UriComponentsBuilder.fromUri(address).build().getQueryParams().getFirst(name);
        return URLDecoder.decode(Optional.ofNullable(value).orElseThrow(), StandardCharsets.UTF_8);
    }

    private HttpResponse<String> page(String path) {
        return send(
                browser,
                request(path, Optional.empty())
                        .uri(uri("/").resolve(path))
                        .header("Accept", "text/html,application/json")
                        .build());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
