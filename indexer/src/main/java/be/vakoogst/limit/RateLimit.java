package be.vakoogst.limit;

import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * So many requests within a time from one address, per node. Says how many are left in {@code RateLimit} and {@code RateLimit-Policy}, and with
 * 429 in {@code Retry-After}. Who comes with an account is not limited.
 */
public final class RateLimit extends OncePerRequestFilter {

    private static final int BEFORE_SECURITY = Ordered.HIGHEST_PRECEDENCE + 11;

    private final String name;
    private final int most;
    private final Duration window;
    private final Set<String> methods;
    private final Visitors visitors;

    private RateLimit(String name, int most, Duration window, Set<String> methods) {
        this.name = name;
        this.most = most;
        this.window = window;
        this.methods = Set.copyOf(methods);
        this.visitors = new Visitors(most, window);
    }

    /**
     * For some paths, as a servlet writes them.
     *
     * @param name of the policy, as it stands in the headers
     * @param most 0: no limit
     * @param methods that count; all where there are none
     */
    public static FilterRegistrationBean<RateLimit> of(
            String name, int most, Duration window, Set<String> methods, String... paths) {
        FilterRegistrationBean<RateLimit> registration =
                new FilterRegistrationBean<>(new RateLimit(name, Math.max(1, most), window, methods));
        registration.setName("limit-" + name);
        registration.addUrlPatterns(paths);
        registration.setOrder(BEFORE_SECURITY);
        registration.setEnabled(most > 0);
        return registration;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || !methods.isEmpty() && !methods.contains(request.getMethod());
    }

    /** Of several limits each counts once. */
    @Override
    protected String getAlreadyFilteredAttributeName() {
        return RateLimit.class.getName() + "." + name;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ConsumptionProbe taken = visitors.of(request).tryConsumeAndReturnRemaining(1);
        response.setHeader("RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(name, most, window.toSeconds()));
        response.setHeader(
                "RateLimit",
                "\"%s\";r=%d;t=%d"
                        .formatted(name, taken.getRemainingTokens(), seconds(taken.getNanosToWaitForReset())));
        if (taken.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            long wait = seconds(taken.getNanosToWaitForRefill());
            TooMuch.tooOften(
                    request,
                    response,
                    wait,
                    "More than %d requests in %d s came from this address; try again in %d s."
                            .formatted(most, window.toSeconds(), wait));
        }
    }

    static long seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos) + 1;
    }
}
