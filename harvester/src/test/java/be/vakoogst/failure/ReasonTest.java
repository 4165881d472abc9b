package be.vakoogst.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {

    @ParameterizedTest
    @ValueSource(strings = {"nl", "fr", "en"})
    void everyReasonHasASentenceAndAnAdvice(String language) {
        ResourceBundle messages = ResourceBundle.getBundle(
                "failure-messages",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

        for (Reason reason : Reason.values()) {
            assertThat(messages.getString("failure." + reason.code())).isNotBlank();
            assertThat(messages.getString("failure." + reason.code() + ".advice"))
                    .isNotBlank();
        }
    }
}
