package be.vakoogst.document.process;

import be.vakoogst.document.Answer;
import be.vakoogst.failure.Reason;

/** Why a document is not read any further. Unchecked, as it must come through the parsers, which know nothing of it. */
final class Refusal extends RuntimeException {

    private final Reason reason;

    Refusal(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    Answer.Refused answer() {
        return new Answer.Refused(reason, String.valueOf(getMessage()));
    }
}
