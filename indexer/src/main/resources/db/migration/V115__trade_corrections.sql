-- What operators said of the trades of a record; holds against every harvest and every judgement.
create table trade_correction (
    resource_id text not null,
    trade text not null,
    verdict text not null check (verdict in ('add', 'remove', 'lock')),
    -- what the classifier said by itself then; null where it did not see the trade
    judged double precision,
    actor text not null,
    at timestamptz not null,
    why text not null,
    primary key (resource_id, trade)
);

create index trade_correction_at on trade_correction (at desc, resource_id, trade);

-- The score of a record's likeliest trade, for the list of the least certain judgements. Of a text with a NUL, JSON functions say nothing.
alter table resource add column certainty double precision;
update resource set certainty = (content -> 'trades' -> 0 ->> 'score')::double precision
    where content is not null and strpos(content::text, '\u0000') = 0;
create index resource_by_certainty on resource (certainty, id) where certainty < 1;
