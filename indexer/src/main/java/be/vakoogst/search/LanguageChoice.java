package be.vakoogst.search;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** The language of labels and pages: {@code lang}, else what the browser prefers, else Dutch. */
final class LanguageChoice extends AcceptHeaderLocaleResolver {

    private static final List<Locale> LANGUAGES = List.of(Locale.forLanguageTag("nl"), Locale.FRENCH, Locale.ENGLISH);

    LanguageChoice() {
        setSupportedLocales(LANGUAGES);
        setDefaultLocale(LANGUAGES.getFirst());
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        String asked = request.getParameter("lang");
        return LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(asked))
                .findFirst()
                .orElseGet(() -> super.resolveLocale(request));
    }
}
