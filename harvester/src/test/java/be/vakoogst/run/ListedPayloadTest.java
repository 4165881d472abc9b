package be.vakoogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.connector.Checkpoint;
import be.vakoogst.connector.Item;
import be.vakoogst.connector.ItemKey;
import be.vakoogst.extract.RawRecord;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListedPayloadTest {

    @Test
    void anItemOfAListThatTellsNothingComesBackAsItWas() {
        URI url = URI.create("https://vakblad.example/a");
        Item item = new Item(
                new ItemKey("a"),
                url,
                new RawRecord(url, List.of(), List.of()),
                "",
                Optional.of(url),
                new Checkpoint("1"));

        assertThat(ListedPayload.read(ListedPayload.of(item))).isEqualTo(item);
    }
}
