package be.vakoogst.access;

import org.springframework.http.HttpStatus;

/** What cannot be done to an account, and why. */
abstract sealed class AccountRefused extends RuntimeException {

    private final HttpStatus status;

    private AccountRefused(HttpStatus status, String message) {
        super(message);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    static final class Unknown extends AccountRefused {
        Unknown(String name) {
            super(HttpStatus.NOT_FOUND, "There is no account '" + name + "'");
        }
    }

    static final class Taken extends AccountRefused {
        Taken(String name) {
            super(HttpStatus.CONFLICT, "There is an account '" + name + "' already");
        }
    }

    static final class NoToken extends AccountRefused {
        NoToken(long id) {
            super(HttpStatus.NOT_FOUND, "You have no token " + id);
        }
    }

    static final class SetElsewhere extends AccountRefused {
        SetElsewhere(String name) {
            super(
                    HttpStatus.CONFLICT,
                    "The password of '%s' comes from VAKOOGST_OPERATOR_PASSWORD or the data folder: change it there and start again"
                            .formatted(name));
        }
    }

    static final class First extends AccountRefused {
        First(String name) {
            super(
                    HttpStatus.CONFLICT,
                    "'%s' is the first account: it stays an enabled administrator, so that nobody is locked out"
                            .formatted(name));
        }
    }

    static final class Last extends AccountRefused {
        Last(String name) {
            super(HttpStatus.CONFLICT, "'" + name + "' is the last administrator: make another one first");
        }
    }
}
