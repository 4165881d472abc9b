package be.vakoogst.normalise;

import be.vakoogst.resource.LanguageTag;
import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/** Recognises Dutch, French, English and German. Its models are loaded at the first use only. */
final class Languages {

    private static final int ENOUGH = 600;
    private static final int LEAST = 12;

    private final Supplier<LanguageDetector> detector = SingletonSupplier.of(() ->
            LanguageDetectorBuilder.fromLanguages(Language.DUTCH, Language.FRENCH, Language.ENGLISH, Language.GERMAN)
                    .withLowAccuracyMode()
                    .build());

    Optional<LanguageTag> detect(String text) {
        if (text.length() < LEAST) {
            return Optional.empty();
        }
        Language language = detector.get().detectLanguageOf(text.substring(0, Math.min(ENOUGH, text.length())));
        return language == Language.UNKNOWN
                ? Optional.empty()
                : LanguageTag.parse(language.getIsoCode639_1().toString());
    }
}
