-- Which records are one work. Written by room duplicate, in the transaction that writes the record.
create table fingerprint (
    resource_id text primary key references resource (id) on delete cascade,
    source_id   text   not null,
    address     text   not null,
    sha256      text   not null,
    title       text   not null,
    -- one a line
    creators    text   not null,
    -- MinHash sketches, 32 integers each; empty where there is too little text
    description bytea  not null,
    text        bytea  not null,
    worth       bigint not null,
    -- Offer as JSON
    offer       jsonb  not null
);

-- Hashes of the address, the document and the bands of the sketches: records that are one work have one in common.
create table fingerprint_key (
    resource_id text   not null references fingerprint (resource_id) on delete cascade,
    key         bigint not null,
    primary key (resource_id, key)
);
create index fingerprint_key_by_key on fingerprint_key (key);

-- Only records of works with several; shown_id is the one that stands for all, also in its own row.
create table same_work (
    resource_id text primary key references resource (id) on delete cascade,
    shown_id    text not null,
    because     text check (because in ('document', 'address', 'text'))
);
create index same_work_by_shown on same_work (shown_id);

-- When its source last showed a record; and when a source last said that its whole list is as it was.
alter table resource add column last_seen timestamptz;
create table source_seen (
    source_id text primary key,
    at        timestamptz not null
);

-- What last changed a record's content, such as "run 12"; so that a run can be undone.
alter table resource add column cause text;
create index resource_by_cause on resource (cause) where cause is not null;

-- Records from before this migration have no fingerprint: with no digest, the next harvest or reprocess makes it.
update resource set last_seen = last_changed, content_digest = case when content is null then null else ''::bytea end;
