package be.vakoogst.document;

import be.vakoogst.failure.Reason;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the reading process says of one document. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "answer")
public sealed interface Answer {

    record Read(Reading reading) implements Answer {}

    /** @param detail the facts: a limit, a parser's complaint; one line */
    record Refused(Reason reason, String detail) implements Answer {}
}
