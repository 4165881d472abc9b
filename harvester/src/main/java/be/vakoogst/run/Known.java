package be.vakoogst.run;

import be.vakoogst.connector.ItemKey;
import be.vakoogst.fetch.Validators;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What earlier runs left behind for a source. A dry run knows nothing. */
public interface Known {

    /** The items already known among these keys, each by the key that was asked for, be it another name of it. */
    Map<ItemKey, KnownItem> items(Collection<ItemKey> keys);

    /** The validators of a listing document. */
    Optional<Validators> listing(URI url);

    /**
     * An item as it was left.
     *
     * @param key what names it for ever, although its source may call it otherwise now
     * @param fingerprint what the list said of it; empty when it has to be read again in any case
     * @param withheld whether its publisher took it back: it is not asked for
     * @param done whether this very run has dealt with it already, before it was interrupted
     */
    record KnownItem(ItemKey key, String fingerprint, Optional<Validators> page, boolean withheld, boolean done) {}

    /** Of a run that remembers nothing. */
    enum Nothing implements Known {
        KNOWN;

        @Override
        public Map<ItemKey, KnownItem> items(Collection<ItemKey> keys) {
            return Map.of();
        }

        @Override
        public Optional<Validators> listing(URI url) {
            return Optional.empty();
        }
    }
}
