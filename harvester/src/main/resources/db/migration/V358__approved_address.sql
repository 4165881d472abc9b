-- What a registration was approved with, while its partner wishes for another address that nobody has decided on yet.
create table approved_address (
    registration_id text primary key references registration (id) on delete cascade,
    address         text not null,
    source_yaml     text not null,
    preview_id      text,
    proven_at       timestamptz,
    proof           text,
    -- active or paused
    state           text not null
);
