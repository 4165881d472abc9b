-- How many records of each source a check of config/quality.yml held for at the end of each day; of the present day, so far.
create table quality_snapshot (
    day       date   not null,
    check_id  text   not null,
    source_id text   not null,
    records   bigint not null,
    primary key (day, check_id, source_id)
);

-- Whether the picture of a record comes.
create table image_check (
    resource_id    text primary key references resource (id) on delete cascade,
    url            text        not null,
    failures       integer     not null,
    broken_because text,
    checked_at     timestamptz not null
);
create index image_check_by_time on image_check (checked_at);
create index image_check_broken on image_check (resource_id) where broken_because is not null;
