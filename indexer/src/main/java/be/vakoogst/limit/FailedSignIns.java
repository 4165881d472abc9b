package be.vakoogst.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.EstimationProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** So many wrong passwords or tokens from one address, whoever's account they were for: each costs us a slow hash. Right ones do not count. */
final class FailedSignIns extends OncePerRequestFilter {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Visitors visitors;

    FailedSignIns(int most) {
        this.visitors = new Visitors(most, WINDOW);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Bucket left = visitors.of(request);
        EstimationProbe probe = left.estimateAbilityToConsume(1);
        if (!probe.canBeConsumed()) {
            long wait = RateLimit.seconds(probe.getNanosToWaitForRefill());
            TooMuch.tooOften(
                    request,
                    response,
                    wait,
                    "Too many failed sign-ins came from this address; try again in " + wait + " s.");
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            left.tryConsume(1);
        }
    }
}
