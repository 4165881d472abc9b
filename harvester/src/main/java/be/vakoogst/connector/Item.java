package be.vakoogst.connector;

import be.vakoogst.extract.RawRecord;
import java.net.URI;
import java.util.Optional;

/**
 * One entry of a list.
 *
 * @param url where the item is read
 * @param listed what the list itself says of it
 * @param fingerprint changes when and only when the list says something else of it; the same as at the last run: the item is unchanged; empty where the list cannot tell, so that the page has to be asked each time
 * @param page what is to be fetched and read for it; empty when the list already says all there is
 * @param resumeFrom where to go on after a crash so that this item and all after it come again
 */
public record Item(
        ItemKey key, URI url, RawRecord listed, String fingerprint, Optional<URI> page, Checkpoint resumeFrom) {

    /** The same under the name by which it is known, whatever its list calls it now. */
    public Item named(ItemKey known) {
        return new Item(known, url, listed, fingerprint, page, resumeFrom);
    }

    /** The same with another place to go on from. */
    public Item resumingFrom(Checkpoint place) {
        return new Item(key, url, listed, fingerprint, page, place);
    }
}
