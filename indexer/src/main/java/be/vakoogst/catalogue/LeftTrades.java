package be.vakoogst.catalogue;

import be.vakoogst.resource.ResourceId;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What records were filed under and are no longer, so that who follows a trade can be told: the rows of {@code left_trade}. */
final class LeftTrades {

    private final JdbcClient jdbc;

    LeftTrades(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Before records change or go: all that they are filed under counts as left. */
    void leave(Collection<ResourceId> ids) {
        if (ids.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into left_trade (resource_id, trade)
                        select id, unnest(trades) from resource where id = any(?) on conflict do nothing""").param(ResourceTable.texts(ids, ResourceId::value)).update();
    }

    /** After they changed: what they are filed under now does not. */
    void stay(Collection<ResourceId> ids) {
        if (ids.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        delete from left_trade gone using resource r
                        where r.id = any(?) and gone.resource_id = r.id and gone.trade = any (r.trades)""").param(ResourceTable.texts(ids, ResourceId::value)).update();
    }
}
