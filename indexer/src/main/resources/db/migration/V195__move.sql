-- Addresses that lead to another for good, or came back from there: what a record states in place of what its source still lists.
create table move (
    resource_id text        not null,
    from_url    text        not null,
    to_url      text        not null,
    -- who saw what
    evidence    text        not null,
    at          timestamptz not null,
    primary key (resource_id, from_url)
);
create index move_by_address on move (from_url);
