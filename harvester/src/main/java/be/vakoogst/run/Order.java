package be.vakoogst.run;

import be.vakoogst.connector.Checkpoint;
import be.vakoogst.connector.Discovery;
import be.vakoogst.connector.ItemKey;
import be.vakoogst.source.Source;
import java.util.Collection;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * What is to be harvested.
 *
 * @param scope whether unchanged items may be passed over
 * @param from where to go on; {@link Checkpoint#START} for a new run
 * @param listed told how many more items the list has shown, as it is read
 */
public record Order(Source source, Discovery.Scope scope, Checkpoint from, Known known, IntConsumer listed) {

    Discovery discovery() {
        return new Discovery(source, scope, from, known::listing, this::fingerprints);
    }

    private Map<ItemKey, String> fingerprints(Collection<ItemKey> keys) {
        return known.items(keys).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, item -> item.getValue().fingerprint()));
    }
}
