-- How long a run has been at it, so that one that hangs is found: when this attempt began, when something last came of it, and the time that
-- the attempts before it took. And what the list said of how often it is worth asking.
alter table run
    add column begun_at      timestamptz,
    add column last_sign_at  timestamptz,
    add column spent_seconds bigint not null default 0,
    add column list_ttl      bigint;

-- Sources that an operator paused.
create table source_pause (
    source_id text primary key,
    since     timestamptz not null,
    by_whom   text        not null
);
