package be.vakoogst.resource;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** A well-formed language tag in canonical case (BCP 47, RFC 5646), such as {@code nl} or {@code nl-BE}. */
public record LanguageTag(@JsonValue String value) {

    @JsonCreator
    public LanguageTag {
        value = new Locale.Builder().setLanguageTag(value).build().toLanguageTag();
        if (value.equals("und")) {
            throw new IllegalArgumentException("A language tag names a language");
        }
    }

    /** The tag that a publisher wrote, with {@code nl_BE} read as {@code nl-BE}; empty when it is none. */
    public static Optional<LanguageTag> parse(String text) {
        try {
            return Optional.of(new LanguageTag(text.strip().replace('_', '-')));
        } catch (IllformedLocaleException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The primary language alone: {@code nl} of {@code nl-BE}. */
    public String language() {
        return Locale.forLanguageTag(value).getLanguage();
    }

    @Override
    public String toString() {
        return value;
    }
}
