package be.vakoogst.push;

import be.vakoogst.resource.Digest;
import be.vakoogst.resource.SourceId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys by which partners push for their sources. */
public class PushKeys {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final JdbcClient database;
    private final InstantSource clock;

    PushKeys(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A new key; an older one is worth nothing from then on. It is told this once. */
    public String issue(SourceId source) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String key = "vakoogst_push_" + HexFormat.of().formatHex(bytes);
        database.sql("""
                        insert into push_key (source_id, digest, made_at) values (:source, :digest, :now)
                        on conflict (source_id) do update set digest = excluded.digest, made_at = excluded.made_at
                        """)
                .param("source", source.value())
                .param("digest", Digest.of(key).bytes())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return key;
    }

    /** Whose key it is. */
    Optional<SourceId> holder(String key) {
        return database.sql("select source_id from push_key where digest = :digest")
                .param("digest", Digest.of(key).bytes())
                .query((row, number) -> new SourceId(row.getString(1)))
                .optional();
    }
}
