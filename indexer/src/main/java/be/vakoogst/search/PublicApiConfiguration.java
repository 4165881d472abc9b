package be.vakoogst.search;

import be.vakoogst.limit.RateLimit;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** What stands before the public API: who may read it from a browser, how often, and whether anything changed since. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublicApiSettings.class)
class PublicApiConfiguration {

    private static final String[] READABLE = {
        "/api/search",
        "/api/suggest",
        "/api/trades",
        "/api/trades/*",
        "/api/resources/*",
        "/api/changes",
        "/api/classify",
        "/api/clicks",
        "/feeds/*",
        "/oembed"
    };

    /** Pages and what machines take; the API stands above. */
    private static final String[] ALSO_LIMITED = {
        "/",
        "/trades/*",
        "/resources/*",
        "/go/*",
        "/report/*",
        "/embed/*",
        "/widget",
        "/oai",
        "/export/*",
        "/sitemap.xml",
        "/sitemaps/*"
    };

    private static final String[] COMPARED = {"/api/search", "/api/suggest", "/api/trades", "/api/trades/*"};

    /** Before Spring Security, so that a browser's question beforehand needs no account. */
    @Bean
    FilterRegistrationBean<CorsFilter> crossOrigin(PublicApiSettings settings) {
        CorsConfiguration readable = new CorsConfiguration();
        readable.setAllowedOrigins(settings.allowedOrigins());
        readable.setAllowedMethods(List.of("GET", "HEAD", "POST"));
        readable.setAllowedHeaders(List.of("Accept", "Accept-Language", "Content-Type", "If-None-Match"));
        readable.setExposedHeaders(List.of("ETag", "RateLimit", "RateLimit-Policy", "Retry-After"));
        readable.setMaxAge(Duration.ofHours(1));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        for (String path : READABLE) {
            source.registerCorsConfiguration(path, readable);
        }
        return before(new CorsFilter(source), 0, READABLE);
    }

    @Bean
    FilterRegistrationBean<RateLimit> rateLimit(PublicApiSettings settings) {
        return RateLimit.of(
                "default",
                settings.requestsPerMinute(),
                Duration.ofMinutes(1),
                Set.of(),
                Stream.of(READABLE, ALSO_LIMITED).flatMap(Arrays::stream).toArray(String[]::new));
    }

    @Bean
    FilterRegistrationBean<Etags> etags() {
        return before(new Etags(), 2, COMPARED);
    }

    private static <F extends jakarta.servlet.Filter> FilterRegistrationBean<F> before(
            F filter, int place, String... paths) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(paths);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10 + place);
        return registration;
    }
}
