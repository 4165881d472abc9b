package be.vakoogst.run;

import be.vakoogst.fetch.Validators;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;

/** Validators as four columns: etag, last_modified, fresh_until, moved_to. */
final class StoredValidators {

    private StoredValidators() {}

    /** The validators of a row; empty when it has none. */
    static Optional<Validators> in(ResultSet row) throws SQLException {
        Validators validators = new Validators(
                Optional.ofNullable(row.getString("etag")),
                Optional.ofNullable(row.getString("last_modified")),
                Optional.ofNullable(row.getTimestamp("fresh_until")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("moved_to")).map(URI::create));
        return Optional.of(validators).filter(any -> !any.equals(Validators.NONE));
    }
}
