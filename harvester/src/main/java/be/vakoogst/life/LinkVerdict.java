package be.vakoogst.life;

import java.net.URI;

/** What one look at an address tells of what is published there. */
sealed interface LinkVerdict {

    String reason();

    record Alive() implements LinkVerdict {
        @Override
        public String reason() {
            return "its page answers";
        }
    }

    record Moved(URI to) implements LinkVerdict {
        @Override
        public String reason() {
            return "moved to " + to;
        }
    }

    /** 404 or 410. */
    record Gone(String reason) implements LinkVerdict {}

    /** 200, but for whatever is asked. */
    record Soft404(String reason) implements LinkVerdict {}

    /** We were not let in; nothing is known. */
    record Blocked(String reason) implements LinkVerdict {}

    /** No answer, or one that may pass. */
    record Failing(String reason) implements LinkVerdict {}

    /** Whether it says that the thing is not there. */
    default boolean saysGone() {
        return this instanceof Gone || this instanceof Soft404;
    }

    default ItemState state() {
        return switch (this) {
            case Alive _ -> ItemState.LIVE;
            case Moved _ -> ItemState.MOVED;
            case Gone _ -> ItemState.GONE;
            case Soft404 _ -> ItemState.SOFT_404;
            case Blocked _ -> ItemState.BLOCKED;
            case Failing _ -> ItemState.FAILING;
        };
    }
}
