package be.vakoogst.index;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator edits.
 *
 * @param config the folder of the configuration; its {@code vocabularies} are read when an index is made
 */
@ConfigurationProperties("vakoogst")
record VocabularyFolder(@DefaultValue("config") Path config) {

    Path vocabularies() {
        return config.resolve("vocabularies");
    }
}
