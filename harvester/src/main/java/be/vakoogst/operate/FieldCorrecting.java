package be.vakoogst.operate;

import be.vakoogst.audit.Audit;
import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.catalogue.Cause;
import be.vakoogst.catalogue.CorrectableField;
import be.vakoogst.catalogue.FieldCorrection;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.ResourceJson;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Operators say what a field of a resource says. It holds at once, and against every later harvest, until it is taken back. */
@Component
public class FieldCorrecting {

    private static final int LONGEST_WHY = 1000;

    private final Catalogue catalogue;
    private final FieldValues values;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    FieldCorrecting(
            Catalogue catalogue,
            FieldValues values,
            Audit audit,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.catalogue = catalogue;
        this.values = values;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A field that can be corrected.
     *
     * @param value as outputs show it; empty where there is none
     * @param correction what an operator said of it
     */
    public record Field(CorrectableField name, Optional<JsonNode> value, Optional<FieldCorrection> correction) {}

    /** Empty where there is no such resource. */
    public Optional<List<Field>> of(ResourceId id) {
        return resource(id)
                .map(resource -> Arrays.stream(CorrectableField.values())
                        .map(name -> field(resource, name))
                        .toList());
    }

    public Optional<Field> of(ResourceId id, CorrectableField name) {
        return resource(id).map(resource -> field(resource, name));
    }

    private Field field(LearningResource resource, CorrectableField name) {
        JsonNode json = ResourceJson.mapper().valueToTree(resource);
        Optional<FieldCorrection> said = catalogue.fields().of(resource.id()).stream()
                .filter(one -> one.field() == name)
                .findFirst();
        return new Field(name, json.optional(name.code()), said);
    }

    /**
     * Says it, in place of what was said of this field before.
     *
     * @param value as the resource's JSON has it, a licence by its id; empty where the field is to be empty
     * @return empty where there is no such resource
     * @throws WrongParameter for a value that the field cannot have
     */
    public Optional<Field> say(ResourceId id, CorrectableField name, Optional<JsonNode> value, String why) {
        return of(id, name).map(before -> said(id, before, values.checked(name, value), why));
    }

    /** What it says now is to stay, whatever harvests bring. Empty where there is no such resource. */
    public Optional<Field> lock(ResourceId id, CorrectableField name, String why) {
        return of(id, name).map(before -> said(id, before, before.value(), why));
    }

    private Field said(ResourceId id, Field before, Optional<JsonNode> value, String why) {
        FieldCorrection said = new FieldCorrection(
                id, before.name(), value, Optional.empty(), Audit.actor(), clock.instant(), reason(why));
        return changed(id, before, "field.corrected", () -> {
            catalogue.fields().set(said);
            catalogue.amend(List.of(id), resource -> resource, cause(before.name()));
        });
    }

    /** Takes back what was said: from now on what its source states holds. Empty where there is no such resource. */
    public Optional<Field> takeBack(ResourceId id, CorrectableField name) {
        return of(id, name)
                .map(before -> before.correction()
                        .map(said -> changed(
                                id, before, "field.correction-taken-back", () -> catalogue.takeBack(said, cause(name))))
                        .orElse(before));
    }

    private Field changed(ResourceId id, Field before, String action, Runnable change) {
        return Objects.requireNonNull(transaction.execute(status -> {
            change.run();
            Field after = of(id, before.name()).orElse(before);
            audit.record(action, "resource:" + id.value(), before, after);
            return after;
        }));
    }

    /**
     * Why somebody says something, in their own words.
     *
     * @throws WrongParameter naming {@code why}
     */
    public static String reason(String why) {
        String text = why.strip();
        if (text.isEmpty() || text.length() > LONGEST_WHY) {
            throw new WrongParameter("why", "must have 1 to " + LONGEST_WHY + " characters");
        }
        return text;
    }

    private static Cause cause(CorrectableField name) {
        return Cause.beside("correction of " + name.code() + " by " + Audit.actor());
    }

    private Optional<LearningResource> resource(ResourceId id) {
        return catalogue.find(id).flatMap(CatalogueRecord::resource);
    }
}
