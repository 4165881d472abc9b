-- Keys by which partners push: only their SHA-256 is kept, which is enough for 256 random bits. One for each source.
create table push_key (
    source_id text        primary key,
    digest    bytea       not null unique,
    made_at   timestamptz not null
);

-- What was pushed lately: counted against the limit, and answered the same when it is sent again under its key.
create table push_request (
    source_id       text        not null,
    idempotency_key text        not null,
    digest          bytea       not null,
    answer          text,
    at              timestamptz not null,
    primary key (source_id, idempotency_key)
);
create index push_request_by_time on push_request (at);

-- Records as a partner pushed them last, by their address; the sheet that the harvest reads is written of them.
create table push_record (
    source_id text        not null,
    url       text        not null,
    -- a row of that sheet
    entry     json        not null,
    at        timestamptz not null,
    primary key (source_id, url)
);

-- Who tells us of changes of feeds (WebSub).
create table hub_subscription (
    source_id   text        primary key,
    looked_at   timestamptz not null,
    -- all empty where the feed offers no hub
    hub         text,
    topic       text,
    callback    text        unique,
    secret      text,
    state       text        not null check (state in ('none', 'asked', 'active', 'denied')),
    lease_until timestamptz,
    pushed_at   timestamptz,
    reason      text
);
