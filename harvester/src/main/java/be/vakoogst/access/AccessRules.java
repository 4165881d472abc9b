package be.vakoogst.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which role opens what, in the order it is tried; what no rule opens is closed. */
final class AccessRules {

    /** The cookie of a browser that is signed in. */
    static final String SESSION_COOKIE = "SESSION";

    /** Read by anybody and by any program: what it answers never depends on who asks. */
    static final String[] PUBLIC_API = {
        "/api/search", "/api/suggest", "/api/trades", "/api/trades/*", "/api/resources/*", "/api/changes"
    };

    /** What else anybody may read. */
    static final String[] PUBLIC = {
        "/",
        "/search/**",
        "/trades/*",
        "/go/*",
        "/report/*",
        "/opensearch.xml",
        "/webjars/**",
        "/favicon.ico",
        "/error",
        "/login",
        "/operate/operate.css",
        "/oai",
        "/feeds/*",
        "/resources/*",
        "/documents/*",
        "/sitemap.xml",
        "/sitemaps/*",
        "/robots.txt",
        "/.well-known/tdmrep.json",
        "/oembed",
        "/embed/**",
        "/widget",
        "/widget.js",
        "/export/*",
        "/takedown",
        "/takedown/*",
        "/push/websub/*",
        "/partner",
        "/partner/**",
        "/api/partner/previews/*",
        "/api/partner/registrations/**",
        "/v3/api-docs",
        "/v3/api-docs/**",
        "/actuator/health",
        "/actuator/health/*"
    };

    /** Asked by anybody, with a body; nothing is done in the name of a user. */
    static final String[] PUBLIC_POSTS = {
        "/api/classify",
        "/api/takedowns",
        "/takedown",
        "/oai",
        "/api/partner/**",
        "/api/push/*",
        "/push/websub/*",
        "/partner/**",
        "/api/clicks",
        "/api/resources/*/reports",
        "/report/*"
    };

    static final String[] OF_ADMINISTRATORS = {
        "/api/accounts/**",
        "/api/audit/**",
        "/api/personal-data/**",
        "/api/backup",
        "/operate/accounts/**",
        "/operate/audit/**"
    };

    /** Everybody's own. */
    static final String[] OF_USERS = {"/api/me", "/api/me/**", "/operate/me", "/operate/me/**"};

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private AccessRules() {}

    static RequestMatcher reading(String... paths) {
        return new OrRequestMatcher(Stream.of(paths)
                .<RequestMatcher>map(
                        path -> PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, path))
                .toList());
    }

    static void apply(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        for (HttpMethod reading : new HttpMethod[] {HttpMethod.GET, HttpMethod.HEAD}) {
            requests.requestMatchers(reading, PUBLIC_API).permitAll();
            requests.requestMatchers(reading, PUBLIC).permitAll();
        }
        requests.requestMatchers(HttpMethod.POST, PUBLIC_POSTS).permitAll();
        requests.requestMatchers(OF_ADMINISTRATORS).hasRole(UserRole.ADMINISTRATOR.name());
        requests.requestMatchers(OF_USERS).authenticated();
        requests.requestMatchers(HttpMethod.GET).hasRole(UserRole.VIEWER.name());
        requests.requestMatchers(HttpMethod.HEAD).hasRole(UserRole.VIEWER.name());
        requests.anyRequest().hasRole(UserRole.OPERATOR.name());
    }

    /**
     * Only where a browser sends what signs its user in by itself can a foreign page act in that user's name; signing in counts, as a
     * foreign page could sign a user in as somebody else.
     */
    static boolean needsCsrfToken(HttpServletRequest request) {
        return !SAFE.contains(request.getMethod())
                && (hasSession(request) || request.getServletPath().equals("/login"));
    }

    private static boolean hasSession(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .map(Cookie::getName)
                .anyMatch(SESSION_COOKIE::equals);
    }
}
