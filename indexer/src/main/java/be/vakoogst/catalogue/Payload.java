package be.vakoogst.catalogue;

/**
 * What a publisher sent, kept so that it can be read again without asking again. Stored compressed.
 *
 * @param part which document: {@code listing} (the entry's statements as JSON) or {@code page}
 * @param url where it came from
 * @param mediaType type/subtype and, where declared, {@code ;charset=}
 */
public record Payload(String part, java.net.URI url, String mediaType, byte[] content) {}
