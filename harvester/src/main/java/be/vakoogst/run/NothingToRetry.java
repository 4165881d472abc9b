package be.vakoogst.run;

/** Items that cannot be tried again by themselves: there are none of that kind, or only the list itself failed. */
public class NothingToRetry extends RuntimeException {

    NothingToRetry() {
        super("None of these can be tried again by itself; where a list failed, run its source again");
    }
}
