package be.vakoogst.trade;

import java.nio.file.Path;

/** A vocabulary that cannot be used. The message names file, line, value and what is wrong with it. */
public class VocabularyException extends RuntimeException {

    VocabularyException(Path file, int line, String problem) {
        super(file + ":" + line + ": " + problem);
    }
}
