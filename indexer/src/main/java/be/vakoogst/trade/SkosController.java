package be.vakoogst.trade;

import be.vakoogst.problem.WrongParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** {@code GET /api/trades} as SKOS: by {@code Accept: text/turtle} or {@code application/ld+json}, or by {@code format=turtle|jsonld}. */
@RestController
class SkosController {

    private static final String TURTLE = "text/turtle";
    private static final String JSON_LD = "application/ld+json";

    private final Vocabulary vocabulary;

    SkosController(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @GetMapping(value = "/api/trades", produces = TURTLE)
    ResponseEntity<String> turtle() {
        return as(TURTLE, skos().turtle());
    }

    @GetMapping(value = "/api/trades", produces = JSON_LD)
    ResponseEntity<String> jsonLd() {
        return as(JSON_LD, skos().jsonLd());
    }

    @GetMapping(value = "/api/trades", params = "format")
    ResponseEntity<String> inFormat(@RequestParam String format) {
        return switch (format) {
            case "turtle" -> turtle();
            case "jsonld" -> jsonLd();
            default -> throw new WrongParameter("format", "is '" + format + "' and must be turtle or jsonld");
        };
    }

    private Skos skos() {
        return Skos.of(
                vocabulary,
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/api/trades")
                        .toUriString());
    }

    private static ResponseEntity<String> as(String type, String body) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type + ";charset=UTF-8"))
                .body(body);
    }
}
