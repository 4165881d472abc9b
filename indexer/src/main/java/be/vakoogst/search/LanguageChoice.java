package be.vakoogst.search;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language of labels and pages: {@code lang}, else what was chosen on a page before (a cookie that holds nothing else), else what the browser
 * prefers, else Dutch.
 */
final class LanguageChoice extends AcceptHeaderLocaleResolver implements HandlerInterceptor {

    private static final String NAME = "lang";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private static final List<Locale> LANGUAGES = List.of(Locale.forLanguageTag("nl"), Locale.FRENCH, Locale.ENGLISH);

    LanguageChoice() {
        setSupportedLocales(LANGUAGES);
        setDefaultLocale(LANGUAGES.getFirst());
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return named(request.getParameter(NAME))
                .or(() -> Optional.ofNullable(WebUtils.getCookie(request, NAME))
                        .flatMap(cookie -> named(cookie.getValue())))
                .orElseGet(() -> super.resolveLocale(request));
    }

    private static Optional<Locale> named(@Nullable String language) {
        return LANGUAGES.stream()
                .filter(known -> known.getLanguage().equals(language))
                .findFirst();
    }

    /** Keeps what was chosen on a page; programs say what they want each time. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean page = !request.getRequestURI().startsWith("/api/");
        named(request.getParameter(NAME)).filter(chosen -> page).ifPresent(chosen -> {
            ResponseCookie cookie = ResponseCookie.from(NAME, chosen.getLanguage())
                    .path("/")
                    .maxAge(REMEMBERED)
                    .sameSite("Lax")
                    .httpOnly(true)
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        });
        return true;
    }
}
