package be.vakoogst.catalogue;

import be.vakoogst.resource.LearningResource;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A catalogue with records that are known to be new and no work of another source: what measurements of others' work begin with. */
public final class Prefilled {

    private Prefilled() {}

    public static void with(List<LearningResource> resources, JdbcClient jdbc) {
        Iterator<ChangeNumber> numbers =
                new ChangeSequence(jdbc).draw(resources.size()).iterator();
        Map<Judged, ChangeNumber> rows = new LinkedHashMap<>();
        resources.forEach(resource -> rows.put(Judged.of(StoredForm.of(resource), Optional.empty()), numbers.next()));
        new ResourceTable(jdbc).write(rows, Cause.UNNAMED, Instant.EPOCH);
    }
}
