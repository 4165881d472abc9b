package be.vakoogst.application;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** An OpenID Connect provider on a free loopback port: discovery, keys, and a token for each code that a test agreed on. */
public final class IdentityProvider {

    private static final String CLIENT = "vakoogst";

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final WireMockServer server =
            new WireMockServer(wireMockConfig().bindAddress("127.0.0.1").dynamicPort());
    private final KeyPair keys = keys();

    IdentityProvider() {
        server.start();
        String issuer = issuer();
        answers(
                "/.well-known/openid-configuration",
                Map.of(
                        "issuer",
                        issuer,
                        "authorization_endpoint",
                        issuer + "/authorize",
                        "token_endpoint",
                        issuer + "/token",
                        "jwks_uri",
                        issuer + "/keys",
                        "response_types_supported",
                        List.of("code"),
                        "subject_types_supported",
                        List.of("public"),
                        "id_token_signing_alg_values_supported",
                        List.of("RS256")));
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        answers(
                "/keys",
                Map.of(
                        "keys",
                        List.of(Map.of(
                                "kty", "RSA",
                                "use", "sig",
                                "alg", "RS256",
                                "kid", "1",
                                "n",
                                        BASE64.encodeToString(
                                                unsigned(key.getModulus().toByteArray())),
                                "e",
                                        BASE64.encodeToString(
                                                unsigned(key.getPublicExponent().toByteArray()))))));
    }

    private String issuer() {
        return "http://127.0.0.1:" + server.port();
    }

    /** The settings of who trusts it, under the name {@code school}. */
    Map<String, Object> asClientSees() {
        String client = "spring.security.oauth2.client.";
        return Map.of(
                client + "registration.school.client-id", CLIENT,
                client + "registration.school.client-secret", "tussen-ons",
                client + "registration.school.scope", "openid,profile",
                client + "provider.school.issuer-uri", issuer(),
                client + "provider.school.user-name-attribute", "preferred_username");
    }

    private void answers(String path, Object json) {
        server.stubFor(get(urlEqualTo(path)).willReturn(json(json)));
    }

    private static ResponseDefinitionBuilder json(Object json) {
        return aResponse()
                .withHeader("Content-Type", "application/json")
                .withBody(JsonMapper.shared().writeValueAsString(json));
    }

    /** Whoever comes with this code is that user. */
    public void signsIn(String code, String nonce, String name, Object roles) {
        gives(code, token(nonce, name, roles, keys));
    }

    /** The same, but signed by somebody else. */
    public void signsInWithForeignKey(String code, String nonce, String name, Object roles) {
        gives(code, token(nonce, name, roles, keys()));
    }

    private void gives(String code, String token) {
        server.stubFor(post(urlEqualTo("/token"))
                .withRequestBody(containing("code=" + code))
                .willReturn(json(Map.of(
                        "access_token", "toegang", "token_type", "Bearer", "expires_in", 300, "id_token", token))));
    }

    private String token(String nonce, String name, Object roles, KeyPair signer) {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = new HashMap<>(Map.of(
                "iss", issuer(),
                "sub", "nummer-" + name,
                "aud", CLIENT,
                "iat", now,
                "exp", now + 300,
                "nonce", nonce,
                "preferred_username", name));
        claims.put("roles", roles);
        String signed = part(Map.of("alg", "RS256", "kid", "1", "typ", "JWT")) + "." + part(claims);
        return signed + "." + BASE64.encodeToString(signature(signed, signer));
    }

    private static String part(Map<String, ?> json) {
        return BASE64.encodeToString(JsonMapper.shared().writeValueAsBytes(json));
    }

    private static byte[] signature(String text, KeyPair signer) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(signer.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the zero byte of the sign. */
    private static byte[] unsigned(byte[] number) {
        return number[0] == 0 ? Arrays.copyOfRange(number, 1, number.length) : number;
    }
}
