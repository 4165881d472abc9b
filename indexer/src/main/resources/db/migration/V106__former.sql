-- What a record was before a change that may be undone, with its payloads; until the retention ends. No content: it was withdrawn.
create table former (
    resource_id       text        not null references resource (id) on delete cascade,
    replaced_by       bigint      not null,
    cause             text        not null,
    content           json,
    provenance        json,
    withdrawn_because text,
    replaced_at       timestamptz not null,
    primary key (resource_id, replaced_by)
);
create index former_by_cause on former (cause);
create index former_by_time on former (replaced_at);

create table former_payload (
    resource_id text    not null,
    replaced_by bigint  not null,
    part        text    not null,
    url         text    not null,
    media_type  text    not null,
    content     bytea   not null,
    size        integer not null,
    primary key (resource_id, replaced_by, part),
    foreign key (resource_id, replaced_by) references former (resource_id, replaced_by) on delete cascade
);
alter table former_payload alter column content set storage external;
