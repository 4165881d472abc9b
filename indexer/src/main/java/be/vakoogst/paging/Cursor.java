package be.vakoogst.paging;

import be.vakoogst.problem.WrongParameter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A place in a list by number, opaque to whoever gets it. */
public record Cursor(long value) {

    /** The most entries that a page may have. */
    public static final int MOST = 1000;

    /**
     * @param text what {@link #text()} gave out
     * @param start where a list begins that is read without a cursor
     * @throws WrongParameter naming {@code cursor}
     */
    public static Cursor parse(Optional<String> text, long start) {
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

    /** @throws WrongParameter naming {@code size} when it is not 1 to {@link #MOST} */
    public static int checkedSize(int size) {
        if (size < 1 || size > MOST) {
            throw new WrongParameter("size", "is " + size + " and must lie between 1 and " + MOST);
        }
        return size;
    }

    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(value).getBytes(StandardCharsets.US_ASCII));
    }
}
