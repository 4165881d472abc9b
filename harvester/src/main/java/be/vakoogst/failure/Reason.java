package be.vakoogst.failure;

import be.vakoogst.resource.Code;
import java.util.EnumSet;
import java.util.Set;

/** What can go wrong. Each constant has a sentence and an advice in the message bundles. */
public enum Reason implements Code {
    /** The URL is no absolute http or https URL. */
    BAD_URL,
    /** The host's name has no address. */
    UNKNOWN_HOST,
    /** The address is private, loopback, link-local or otherwise not public, and no operator allowed it. */
    PRIVATE_ADDRESS,
    /** The host refused or broke the connection. */
    CONNECTION,
    /** The TLS handshake failed: an expired, foreign or self-signed certificate. */
    TLS,
    /** A connect, read or total time limit passed. */
    TIMEOUT,
    /** More bytes than the limit allows. */
    TOO_LARGE,
    /** More redirects than the limit, or in a circle. */
    TOO_MANY_REDIRECTS,
    /** 404 or 410. */
    NOT_FOUND,
    /** 401, 403 or 451. */
    FORBIDDEN,
    /** 429, or 503 with Retry-After, after all retries. */
    RATE_LIMITED,
    /** Another 4xx. */
    CLIENT_ERROR,
    /** 5xx after all retries. */
    SERVER_ERROR,
    /** The body ended before its announced length, or its compression is broken. */
    CUT_OFF,
    /** robots.txt disallows it. */
    ROBOTS,
    /** A list names what belongs to another host. */
    FOREIGN_HOST,
    /** A successful answer without a body. */
    EMPTY,
    /** Not the kind of document that was expected. */
    WRONG_TYPE,
    /** The right kind of document, but too broken to read. */
    UNREADABLE,
    /** A document that asks for a password. */
    ENCRYPTED,
    /** A document made to do harm: it unpacks to far more than it is, nests without end, or declares entities. */
    BOMB,
    /** A document that was not read within its time; its reading process was ended. */
    DOCUMENT_TOO_SLOW,
    /** A document that ended the process reading it: too much memory, or a crash. */
    DOCUMENT_KILLED_READER,
    /** The process that reads documents could not be started here. */
    NO_READER,
    /** More entries, pages or nesting than the limit allows. */
    TOO_MANY,
    /** No field or statement gives a title. */
    NO_TITLE,
    /** No field or statement gives a usable address. */
    NO_URL,
    /** The catalogue refused it. */
    REFUSED,
    /** It was taken down for good, and is not taken in again. */
    TAKEN_DOWN;

    private static final Set<Reason> PASSING =
            EnumSet.of(UNKNOWN_HOST, CONNECTION, TLS, TIMEOUT, RATE_LIMITED, SERVER_ERROR, CUT_OFF, EMPTY, NO_READER);

    private static final Set<Reason> DELIBERATE = EnumSet.of(ROBOTS, FORBIDDEN, FOREIGN_HOST, TAKEN_DOWN);

    /** Whether trying again later may help. */
    public boolean passing() {
        return PASSING.contains(this);
    }

    /** Whether the publisher, or who has a say in it, wants it so; then it says nothing about the health of the source. */
    public boolean deliberate() {
        return DELIBERATE.contains(this);
    }
}
