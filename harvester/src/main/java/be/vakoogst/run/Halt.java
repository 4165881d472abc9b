package be.vakoogst.run;

/** Why a run leaves off before its end. */
sealed interface Halt {

    /** An operator wants it. */
    record Stopped() implements Halt {}

    /** This process is about to end. */
    record Leaving() implements Halt {}

    /** It may not go on now; it goes on where it was when it may. */
    record Shut(String why) implements Halt {}

    /** It takes too long. */
    record Overdue(String why) implements Halt {}
}
