package be.vakoogst.access;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What our pages allow themselves in a browser: no script or style but ours, pictures from anywhere, in no foreign frame but what is made for one. */
final class SecureHeaders {

    private static final String POLICY = "default-src 'self'; img-src * data:; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors ";

    private static final RequestMatcher FOR_FRAMES =
            request -> request.getRequestURI().startsWith("/embed/");
    private static final RequestMatcher OURS = new NegatedRequestMatcher(FOR_FRAMES);

    private SecureHeaders() {}

    static void apply(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                .addHeaderWriter(only(OURS, new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY)))
                .addHeaderWriter(only(OURS, new ContentSecurityPolicyHeaderWriter(POLICY + "'none'")))
                .addHeaderWriter(only(FOR_FRAMES, new ContentSecurityPolicyHeaderWriter(POLICY + "*")))
                .addHeaderWriter(new StaticHeadersWriter(
                        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"))
                .addHeaderWriter(only(OURS, new StaticHeadersWriter("Cross-Origin-Opener-Policy", "same-origin")))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN));
    }

    private static HeaderWriter only(RequestMatcher where, HeaderWriter writer) {
        return new DelegatingRequestMatcherHeaderWriter(where, writer);
    }
}
