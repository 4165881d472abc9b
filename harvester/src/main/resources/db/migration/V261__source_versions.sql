-- Every text that a source's file has had, as far as it was changed or seen through the console or the API.
create table source_version (
    source_id text        not null,
    number    integer     not null,
    -- null: the file was removed
    yaml      text,
    at        timestamptz not null,
    actor     text        not null,
    primary key (source_id, number)
);
