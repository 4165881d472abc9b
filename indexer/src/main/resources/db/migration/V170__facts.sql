-- What can be counted of each record, read off the changes by room facts; can be thrown away and is made anew.
create table record_facts (
    resource_id text primary key references resource (id) on delete cascade,
    source_id   text    not null,
    title       text    not null,
    url         text    not null,
    -- false: another record of the same work is shown in its place
    shown       boolean not null,
    trades      text[]  not null,
    -- "dimension:value", such as "type:video"
    facts       text[]  not null
);
create index record_facts_by_fact on record_facts using gin (facts);
create index record_facts_by_trade on record_facts using gin (trades);
create index record_facts_by_source on record_facts (source_id);

-- One row: up to which change, and by which rules and vocabulary.
create table facts_position (
    singleton     boolean primary key default true check (singleton),
    definition    text   not null,
    change_number bigint not null
);
