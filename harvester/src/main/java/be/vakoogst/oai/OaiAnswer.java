package be.vakoogst.oai;

import be.vakoogst.failure.Failure;
import be.vakoogst.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/** What came of a request to a repository. */
sealed interface OaiAnswer {

    /**
     * A part of a list, or Identify and the like.
     *
     * @param elements the elements directly within the verb's, in their order: records, headers, formats
     * @param token for the next part; empty at the end
     * @param listSize how many the whole list has, as far as it was stated
     * @param broken where the document broke off behind these elements
     */
    record Part(List<XmlElement> elements, Optional<String> token, Optional<Integer> listSize, Optional<Failure> broken)
            implements OaiAnswer {}

    /** An error of the protocol (section 3.6). */
    record Refusal(String code, String message) implements OaiAnswer {

        boolean is(String other) {
            return code.equals(other);
        }
    }

    /** No answer, or none that can be read. */
    record Silence(Failure failure) implements OaiAnswer {}
}
