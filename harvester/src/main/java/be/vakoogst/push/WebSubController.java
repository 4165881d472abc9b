package be.vakoogst.push;

import be.vakoogst.problem.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /push/websub/CALLBACK}: hubs ask whether we meant it (WebSub, section 5.3), and tell of changes (section 7). */
@RestController
class WebSubController {

    private static final Logger LOG = LoggerFactory.getLogger(WebSubController.class);
    private static final int MOST_BYTES = 5 << 20;

    /** WebSub, section 8: the methods that a signature may name. */
    private static final Map<String, String> METHODS =
            Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha384", "HmacSHA384", "sha512", "HmacSHA512");

    private static final Duration LONGEST_LEASE = Duration.ofDays(90);

    private final SubscriptionTable table;
    private final Pushes.Running running;
    private final InstantSource clock;

    WebSubController(SubscriptionTable table, Pushes.Running running, InstantSource clock) {
        this.table = table;
        this.running = running;
        this.clock = clock;
    }

    @GetMapping(path = "/push/websub/{callback}", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> verify(
            @PathVariable String callback,
            @RequestParam("hub.mode") String mode,
            @RequestParam(name = "hub.topic", defaultValue = "") String topic,
            @RequestParam(name = "hub.challenge", defaultValue = "") String challenge,
            @RequestParam(name = "hub.lease_seconds") Optional<Long> lease,
            @RequestParam(name = "hub.reason", defaultValue = "") String reason) {
        Subscription subscription = table.find(callback)
                .filter(known -> known.topic().toString().equals(topic))
                .orElseThrow(() -> Refusal.notThere("Nobody here asked for that"));
        if (subscription.state() == Subscription.State.LEAVING) {
            return leave(subscription, mode, challenge);
        }
        return switch (mode) {
            case "subscribe" -> {
                Duration wanted = lease.map(Duration::ofSeconds).orElse(LONGEST_LEASE);
                Duration granted = wanted.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : wanted;
                Instant now = clock.instant();
                table.verified(
                        callback,
                        now.plus(granted),
                        now.plus(granted.multipliedBy(3).dividedBy(4)));
                yield repeated(challenge);
            }
            case "denied" -> {
                table.denied(subscription.callback(), reason);
                yield ResponseEntity.ok().build();
            }
            default -> throw Refusal.notThere("Nobody here asked for that");
        };
    }

    private ResponseEntity<String> leave(Subscription subscription, String mode, String challenge) {
        if (!mode.equals("unsubscribe")) {
            throw Refusal.notThere("Nobody here asked for that");
        }
        table.forget(subscription.callback());
        return repeated(challenge);
    }

    private static ResponseEntity<String> repeated(String challenge) {
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(challenge);
    }

    /** What it brings is not believed but asked for; a wrong signature is answered as a right one (WebSub, section 8), and ignored. */
    @PostMapping("/push/websub/{callback}")
    ResponseEntity<Void> told(
            @PathVariable String callback,
            @RequestHeader(name = "X-Hub-Signature", defaultValue = "") String signature,
            HttpServletRequest request)
            throws IOException {
        Subscription subscription = table.find(callback)
                .filter(known -> known.state() == Subscription.State.ACTIVE)
                .orElseThrow(() -> Refusal.gone("Nobody here asked for that any more"));
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw Refusal.tooLarge("More than " + (MOST_BYTES >> 20) + " MB are too much at a time");
        }
        if (isSigned(body, subscription.secret(), signature)) {
            table.pushed(callback);
            running.runs().distrust(subscription.source(), Optional.empty());
            running.soon(subscription.source());
        } else {
            LOG.warn("a notice for {} was not signed as agreed", subscription.source());
        }
        return ResponseEntity.accepted().build();
    }

    static boolean isSigned(byte[] body, String secret, String signature) {
        String[] parts = signature.split("=", 2);
        String method = METHODS.get(parts[0]);
        if (method == null || parts.length < 2 || !parts[1].matches("(?:[0-9a-fA-F]{2})+")) {
            return false;
        }
        try {
            Mac mac = Mac.getInstance(method);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), method));
            return MessageDigest.isEqual(mac.doFinal(body), HexFormat.of().parseHex(parts[1]));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + method, e);
        }
    }
}
