package be.vakoogst.operate;

import be.vakoogst.problem.WrongParameter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A place in a list by number, opaque to whoever gets it. */
record Cursor(long value) {

    static Cursor parse(Optional<String> text, long start) {
        if (text.isEmpty()) {
            return new Cursor(start);
        }
        try {
            byte[] decoded = Base64.getUrlDecoder().decode(text.get());
            return new Cursor(Long.parseLong(new String(decoded, StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException e) {
            throw new WrongParameter("cursor", "is none that this list gave out");
        }
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(value).getBytes(StandardCharsets.US_ASCII));
    }
}
