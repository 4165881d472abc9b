-- The catalogue: the truth about every record. Numbers are drawn under an advisory lock that is held until the commit,
-- so they become visible in their order (see ChangeSequence). Cache 1: a session that kept numbers back would reorder them.
create sequence change_number as bigint cache 1;

create table resource (
    id                text primary key,
    source_id         text not null,
    -- ResourceJson without its provenance; null once withdrawn. Type json, as jsonb refuses U+0000 and would lose the chunk.
    content           json,
    provenance        json,
    content_digest    bytea,
    provenance_digest bytea,
    change_number     bigint not null unique,
    first_seen        timestamptz not null,
    last_changed      timestamptz not null,
    withdrawn_because text,
    check ((content is null) = (withdrawn_because is not null))
);

create index resource_by_source on resource (source_id) where withdrawn_because is null;

-- The last payload of each part, compressed with zstd.
create table payload (
    resource_id text not null references resource (id) on delete cascade,
    part        text not null,
    url         text not null,
    media_type  text not null,
    content     bytea not null,
    size        integer not null,
    primary key (resource_id, part)
);

-- It is compressed already.
alter table payload alter column content set storage external;
