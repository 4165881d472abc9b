package be.vakoogst.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How much of an answer is taken, and where it is kept.
 *
 * @param most bytes, decompressed
 * @param inMemory bytes up to which it is kept in memory
 */
record Room(long most, int inMemory) {

    private static final int DOCUMENT_IN_MEMORY = 1 << 20;
    private static final Pattern PAGE = Pattern.compile(".*(html|xml|json|javascript|css)\\b.*|null");

    /** @param contentType as declared; nothing but what is declared to be no page may be a large document */
    static Room of(FetchRequest.Wanted wanted, String contentType, FetchSettings settings) {
        String type = contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        boolean office = type.contains("officedocument") || type.contains("opendocument");
        if (wanted.mayBePage() && (office || !PAGE.matcher(type).matches())) {
            return new Room(settings.maxDocument().toBytes(), DOCUMENT_IN_MEMORY);
        }
        int most = Math.max(wanted.atLeast(), Math.toIntExact(settings.maxSize().toBytes()));
        return new Room(most, most);
    }

    /** The body; one byte larger than the most that is allowed where the answer does not end there. */
    Body take(InputStream content) throws IOException {
        byte[] start = content.readNBytes(inMemory + 1);
        return start.length <= inMemory || inMemory == most
                ? Body.of(start)
                : Body.Spooled.from(new SequenceInputStream(new ByteArrayInputStream(start), content), most + 1);
    }
}
