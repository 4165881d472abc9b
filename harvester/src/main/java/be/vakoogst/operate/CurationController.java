package be.vakoogst.operate;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CorrectableField;
import be.vakoogst.catalogue.FieldCorrection;
import be.vakoogst.catalogue.Hiding;
import be.vakoogst.paging.Page;
import be.vakoogst.problem.Refusal;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.resource.Code;
import be.vakoogst.resource.ResourceId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /api/resources/{id}/…} and {@code /api/corrections/fields}, {@code /api/hidden}: operators correct fields, and hide or withdraw what is offered. */
@RestController
class CurationController {

    private final Catalogue catalogue;
    private final FieldCorrecting correcting;
    private final Visibility visibility;

    CurationController(Catalogue catalogue, FieldCorrecting correcting, Visibility visibility) {
        this.catalogue = catalogue;
        this.correcting = correcting;
        this.visibility = visibility;
    }

    record Fields(List<FieldCorrecting.Field> fields) {}

    /**
     * What is said of a field.
     *
     * @param value as the resource's JSON has it, a licence by its id; null empties the field
     * @param lock instead of a value: what it says now is to stay
     */
    record Said(Optional<JsonNode> value, Optional<Boolean> lock, Optional<String> why) {}

    record Reason(Optional<String> why) {}

    @GetMapping("/api/resources/{id}/fields")
    Fields fields(@PathVariable String id) {
        return new Fields(correcting.of(named(id)).orElseThrow(() -> noSuch(id)));
    }

    @PutMapping("/api/resources/{id}/fields/{field}")
    FieldCorrecting.Field say(@PathVariable String id, @PathVariable String field, @RequestBody Said said) {
        String why = said.why().orElse("");
        Optional<FieldCorrecting.Field> after = said.lock().orElse(false)
                ? correcting.lock(named(id), field(field), why)
                : correcting.say(named(id), field(field), said.value(), why);
        return after.orElseThrow(() -> noSuch(id));
    }

    @DeleteMapping("/api/resources/{id}/fields/{field}")
    FieldCorrecting.Field takeBack(@PathVariable String id, @PathVariable String field) {
        return correcting.takeBack(named(id), field(field)).orElseThrow(() -> noSuch(id));
    }

    @PostMapping("/api/resources/{id}/hide")
    Hiding hide(@PathVariable String id, @RequestBody Reason reason) {
        return visibility.hide(named(id), reason.why().orElse(""));
    }

    @PostMapping("/api/resources/{id}/withdraw")
    Hiding withdraw(@PathVariable String id, @RequestBody Reason reason) {
        return visibility.withdraw(named(id), reason.why().orElse(""));
    }

    @PostMapping("/api/resources/{id}/show")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void show(@PathVariable String id) {
        visibility.show(named(id));
    }

    /** The latest first. */
    @GetMapping("/api/corrections/fields")
    Page<FieldCorrection> corrections(
            @RequestParam Optional<String> cursor, @RequestParam(defaultValue = "50") int size) {
        return Page.of(cursor, size, catalogue.fields()::latest);
    }

    /** The latest first. */
    @GetMapping("/api/hidden")
    Page<Hiding> hidden(@RequestParam Optional<String> cursor, @RequestParam(defaultValue = "50") int size) {
        return Page.of(cursor, size, catalogue::hidings);
    }

    private static CorrectableField field(String name) {
        return CorrectableField.named(name)
                .orElseThrow(() -> new WrongParameter(
                        "field",
                        Arrays.stream(CorrectableField.values())
                                .map(Code::code)
                                .collect(Collectors.joining(", ", "is '" + name + "' and must be one of ", ""))));
    }

    private static ResourceId named(String id) {
        try {
            return new ResourceId(id);
        } catch (IllegalArgumentException e) {
            throw noSuch(id);
        }
    }

    private static Refusal noSuch(String id) {
        return Refusal.notThere("There is no resource '" + id + "'");
    }
}
