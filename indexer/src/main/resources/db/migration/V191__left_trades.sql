-- What a record is filed under, beside its content, in which U+0000 may stand: PostgreSQL reads no JSON with that.
alter table resource add column trades text[] not null default '{}';
update resource set trades = array(
    select trade ->> 'id' from json_array_elements(replace(content::text, '\u0000', '\u0020')::json -> 'trades') as trade)
where content is not null;

-- What records were filed under and are no longer, those withdrawn too: who follows one trade is told that they left it.
-- One row for each trade that a record ever had; '*' where nobody knows any more which these were.
create table left_trade (
    resource_id text not null references resource (id) on delete cascade,
    trade       text not null,
    primary key (resource_id, trade)
);
create index left_trade_by_trade on left_trade (trade);
insert into left_trade (resource_id, trade) select id, '*' from resource where content is null;
insert into left_trade (resource_id, trade)
select f.resource_id, trade ->> 'id'
from former f
join resource r on r.id = f.resource_id
cross join lateral json_array_elements(replace(f.content::text, '\u0000', '\u0020')::json -> 'trades') as trade
where not trade ->> 'id' = any (r.trades)
on conflict do nothing;
