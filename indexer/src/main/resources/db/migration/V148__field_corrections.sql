-- What operators said of a field of a record; holds against every harvest. No value: the field is to be empty.
create table field_correction (
    resource_id text        not null,
    field       text        not null,
    value       json,
    -- what the record last said itself, to go back to: its value with the provenance
    stated      json,
    actor       text        not null,
    at          timestamptz not null,
    why         text        not null,
    primary key (resource_id, field)
);
create index field_correction_at on field_correction (at desc, resource_id, field);

-- Records that operators keep out of every output, whatever harvests bring.
create table hidden (
    resource_id text        primary key,
    -- true: nothing of it is kept, and nothing is taken in
    withdrawn   boolean     not null,
    actor       text        not null,
    at          timestamptz not null,
    why         text        not null
);
create index hidden_at on hidden (at desc, resource_id);

-- The history of a record.
create index former_by_resource on former (resource_id, replaced_by desc);
