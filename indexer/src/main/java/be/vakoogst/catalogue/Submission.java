package be.vakoogst.catalogue;

import be.vakoogst.resource.LearningResource;
import java.util.List;

/** A record to be accepted, with the payloads it was made from. */
public record Submission(LearningResource resource, List<Payload> payloads) {

    public Submission {
        payloads = List.copyOf(payloads);
    }
}
