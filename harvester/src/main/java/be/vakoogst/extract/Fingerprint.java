package be.vakoogst.extract;

import be.vakoogst.resource.Digest;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What a list says of an item, in 32 hexadecimal digits; its place within the list does not count. */
public final class Fingerprint {

    private Fingerprint() {}

    public static String of(Optional<URI> address, List<Statement> statements) {
        Digest digest = new Digest();
        address.ifPresent(link -> add(digest, link.toString()));
        for (Statement statement : statements) {
            add(digest, statement.field().name());
            add(digest, statement.value().toString());
        }
        return digest.hex(16);
    }

    private static void add(Digest digest, String text) {
        digest.add(text).add((byte) 0);
    }
}
