-- Up to which change an index holds the catalogue. Keyed by the engine's own id of the index, as a wiped engine may get
-- one of the same name again.
create table index_position (
    index_uuid    text primary key,
    index_name    text not null,
    change_number bigint not null
);

-- Documents that the engine refused: the reason stands until the record is indexed or withdrawn.
create table index_rejection (
    resource_id   text primary key references resource (id) on delete cascade,
    change_number bigint not null,
    index_name    text not null,
    reason        text not null,
    rejected_at   timestamptz not null
);
