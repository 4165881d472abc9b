package be.vakoogst.push;

import be.vakoogst.problem.Refusal;
import be.vakoogst.problem.WrongBody;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.resource.ResourceJson;
import be.vakoogst.resource.SourceId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /api/push/ping} {@code {"url"}} and {@code POST /api/push/records}, with the partner's key in {@code X-Api-Key}. */
@RestController
class PushController {

    private static final int MOST_BYTES = 5 << 20;

    private final PushKeys keys;
    private final PushGate gate;
    private final Pushes pushes;

    PushController(PushKeys keys, PushGate gate, Pushes pushes) {
        this.keys = keys;
        this.gate = gate;
        this.pushes = pushes;
    }

    /** That something at this address changed. */
    @PostMapping("/api/push/ping")
    ResponseEntity<String> ping(
            @RequestHeader(name = "X-Api-Key", defaultValue = "") String key,
            @RequestHeader(name = "Idempotency-Key") Optional<String> idempotency,
            HttpServletRequest request)
            throws IOException {
        SourceId source = holder(key);
        String body = body(request);
        URI url = address(json(body).path("url").asString(""));
        return accepted(gate.once(source, idempotency, body, () -> written(pushes.ping(source, url))));
    }

    /** One record or an array of them: AMB, schema.org, or the names of our own API; {@code "deleted": true} takes one away. */
    @PostMapping("/api/push/records")
    ResponseEntity<String> records(
            @RequestHeader(name = "X-Api-Key", defaultValue = "") String key,
            @RequestHeader(name = "Idempotency-Key") Optional<String> idempotency,
            HttpServletRequest request)
            throws IOException {
        SourceId source = holder(key);
        String body = body(request);
        JsonNode records = json(body);
        return accepted(gate.once(source, idempotency, body, () -> written(pushes.push(source, records))));
    }

    private SourceId holder(String key) {
        return keys.holder(key).orElseThrow(NoSuchKey::new);
    }

    /** Nobody's key. */
    private static final class NoSuchKey extends RuntimeException {}

    @ExceptionHandler
    ProblemDetail noSuchKey(NoSuchKey none) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.UNAUTHORIZED, "X-Api-Key must hold a key that was made on the partner's page");
    }

    private static String body(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw Refusal.tooLarge("More than " + (MOST_BYTES >> 20) + " MB are too much at a time");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static JsonNode json(String body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            throw WrongBody.of(e);
        }
    }

    private static URI address(String text) {
        try {
            URI url = new URI(text);
            if (url.isAbsolute() && url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw new WrongParameter("url", "is no address: " + e.getReason());
        }
        throw new WrongParameter("url", "must be an address of the web");
    }

    private static String written(Object answer) {
        return ResourceJson.mapper().writeValueAsString(answer);
    }

    private static ResponseEntity<String> accepted(String answer) {
        return ResponseEntity.accepted().contentType(MediaType.APPLICATION_JSON).body(answer);
    }
}
