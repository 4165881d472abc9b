package be.vakoogst.run;

import be.vakoogst.connector.Checkpoint;
import be.vakoogst.connector.Discovery.Scope;
import be.vakoogst.source.Source;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which way a run goes, by its mode. */
record Ways(Harvest harvest, Reprocess reprocess, Again again, JdbcClient database) {

    Stream<Harvested> items(Run run, Source source, Checkpoint from, IntConsumer listed) {
        Known known = new RememberedSource(database, source.id(), run.id());
        Order incremental = new Order(source, Scope.INCREMENTAL, from, known, listed);
        Order full = new Order(source, Scope.FULL, from, known, listed);
        return switch (run.mode()) {
            case INCREMENTAL, DRY_RUN -> harvest.harvest(incremental);
            case FULL -> harvest.harvest(full);
            case REPROCESS -> reprocess.reprocess(full);
            case ITEMS -> again.again(run.id(), full);
        };
    }
}
