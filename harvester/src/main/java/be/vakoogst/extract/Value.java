package be.vakoogst.extract;

import be.vakoogst.resource.Agent;
import be.vakoogst.resource.Media;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;
import java.util.Optional;

/** What a statement says: as the publisher wrote it, only its form is known. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "form")
public sealed interface Value {

    /** Characters without markup. */
    record Text(String text) implements Value {}

    /** Characters that may hold markup and entities. */
    record Html(String html) implements Value {}

    /** An absolute address. */
    record Link(URI url) implements Value {}

    /** A person or organisation; the kind where it was stated. */
    record Who(String name, Optional<Agent.Kind> kind, Optional<URI> url) implements Value {}

    /** A picture; sizes in pixels. */
    record Picture(URI url, Optional<Integer> width, Optional<Integer> height, Optional<String> description)
            implements Value {}

    /** A file or player; the duration in the publisher's own words (ISO 8601, h:mm:ss or seconds), the size in bytes. */
    record File(URI url, Optional<String> mediaType, Optional<String> duration, Optional<Long> bytes, Media.Role role)
            implements Value {}

    /** One document of a dossier; where it lies in an archive, its path is the fragment of the archive's address. Its size in bytes. */
    record Part(String title, URI url, Optional<String> mediaType, Optional<Long> bytes) implements Value {}
}
