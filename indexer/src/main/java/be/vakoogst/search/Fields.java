package be.vakoogst.search;

import java.util.Set;
import java.util.TreeSet;

/** The fields of a resource as a hit shows them: the JSON form of a {@code LearningResource} without full text and provenance. */
final class Fields {

    static final Set<String> KNOWN = new TreeSet<>(Set.of(
            "id",
            "url",
            "title",
            "description",
            "languages",
            "creators",
            "publisher",
            "source",
            "harvestedFrom",
            "basis",
            "datePublished",
            "dateModified",
            "firstSeen",
            "lastSeen",
            "resourceTypes",
            "audiences",
            "educationalLevels",
            "finalities",
            "readingLevel",
            "licence",
            "image",
            "duration",
            "media",
            "marks",
            "keywords",
            "trades",
            "offers"));

    private Fields() {}
}
