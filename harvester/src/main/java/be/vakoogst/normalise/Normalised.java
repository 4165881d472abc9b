package be.vakoogst.normalise;

import be.vakoogst.failure.Failure;
import be.vakoogst.resource.LearningResource;

/** What came of normalising an item. */
public sealed interface Normalised {

    record Made(LearningResource resource) implements Normalised {}

    record Impossible(Failure failure) implements Normalised {}
}
