package be.vakoogst.index;

import be.vakoogst.catalogue.ChangeNumber;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** How far each index has come, and what it refused. */
class IndexLedger {

    private static final Logger LOG = LoggerFactory.getLogger(IndexLedger.class);

    private final JdbcClient database;
    private final TransactionOperations transaction;
    private final InstantSource clock;

    IndexLedger(JdbcClient database, TransactionOperations transaction, InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    ChangeNumber position(Indices.Index index) {
        return database.sql("select change_number from index_position where index_uuid = :uuid")
                .param("uuid", index.uuid())
                .query(Long.class)
                .optional()
                .map(ChangeNumber::new)
                .orElse(ChangeNumber.NONE);
    }

    void reached(Indices.Index index, ChangeNumber number, List<Acknowledgements.Rejection> rejections) {
        transaction.executeWithoutResult(status -> {
            rejections.forEach(rejection -> reject(index, rejection));
            database.sql("""
                            insert into index_position (index_uuid, index_name, change_number)
                            values (:uuid, :name, :number)
                            on conflict (index_uuid) do update set change_number = excluded.change_number
                            """)
                    .param("uuid", index.uuid())
                    .param("name", index.name())
                    .param("number", number.value())
                    .update();
        });
    }

    private void reject(Indices.Index index, Acknowledgements.Rejection rejection) {
        LOG.warn("{} refuses {}: {}", index.name(), rejection.record().id(), rejection.reason());
        database.sql("""
                        insert into index_rejection (resource_id, change_number, index_name, reason, rejected_at)
                        values (:id, :number, :index, :reason, :at)
                        on conflict (resource_id) do update set change_number = excluded.change_number,
                            index_name = excluded.index_name, reason = excluded.reason, rejected_at = excluded.rejected_at
                        """)
                .param("id", rejection.record().id().value())
                .param("number", rejection.record().number().value())
                .param("index", index.name())
                .param("reason", rejection.reason())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
