package be.vakoogst.problem;

import org.springframework.http.HttpStatus;

/** What was asked for cannot be done, and its asker is told why with a status that says whose turn it is. */
public class Refusal extends RuntimeException {

    private final HttpStatus status;

    private Refusal(HttpStatus status, String message) {
        super(message);
        this.status = status;
    }

    /** 404: there is no such thing. */
    public static Refusal notThere(String what) {
        return new Refusal(HttpStatus.NOT_FOUND, what);
    }

    /** 410: there was, and it does not come back. */
    public static Refusal gone(String what) {
        return new Refusal(HttpStatus.GONE, what);
    }

    /** 409: not as things stand. */
    public static Refusal conflict(String why) {
        return new Refusal(HttpStatus.CONFLICT, why);
    }

    /** 413: more than is taken. */
    public static Refusal tooLarge(String why) {
        return new Refusal(HttpStatus.CONTENT_TOO_LARGE, why);
    }

    /** 501: nothing that is offered here. */
    public static Refusal notOffered(String what) {
        return new Refusal(HttpStatus.NOT_IMPLEMENTED, what);
    }

    /** 422: understood, and cannot be used. */
    public static Refusal unusable(String why) {
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, why);
    }

    /** 429: asked more often than is good for others. */
    public static Refusal tooOften(String why) {
        return new Refusal(HttpStatus.TOO_MANY_REQUESTS, why);
    }

    /** 503: more at a time than this node serves. */
    public static Refusal busy(String why) {
        return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, why);
    }

    /** Whether the same may be done later. */
    boolean passes() {
        return status == HttpStatus.TOO_MANY_REQUESTS || status == HttpStatus.SERVICE_UNAVAILABLE;
    }

    public HttpStatus status() {
        return status;
    }
}
