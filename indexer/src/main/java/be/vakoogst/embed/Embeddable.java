package be.vakoogst.embed;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.problem.Refusal;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceId;
import java.util.Optional;

/** The resources that other sites may show. */
class Embeddable {

    private final Catalogue catalogue;

    Embeddable(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @throws Refusal when there is none, or its source lets us hand on nothing */
    LearningResource find(String id) {
        return Optional.of(id)
                .filter(text -> text.matches("[0-9a-f]{32}"))
                .flatMap(text -> catalogue.find(new ResourceId(text)))
                .flatMap(CatalogueRecord::passedOnByItself)
                .orElseThrow(() -> Refusal.notThere("There is no resource '" + id + "' to embed"));
    }
}
