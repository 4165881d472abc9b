-- Who wants to be told of changes, and how far they have been told.
create table webhook (
    id           bigint generated always as identity primary key,
    owner        text        not null,
    url          text        not null,
    -- signs what is sent, so it has to be known; shown once, and given out to nobody after that
    secret       text        not null,
    source_id    text,
    trade        text,
    state        text        not null check (state in ('active', 'stopped')),
    reason       text,
    -- the last change that was taken; all up to it were
    position     bigint      not null,
    -- failures in a row of the change after it
    attempts     integer     not null default 0,
    not_before   timestamptz not null,
    delivered_at timestamptz,
    made_at      timestamptz not null
);
create index webhook_by_owner on webhook (owner);
create index webhook_waiting on webhook (not_before) where state = 'active';
