-- What is or was wrong: told once when it starts and once when it ends.
create table alert (
    id          bigint generated always as identity primary key,
    kind        text        not null,
    -- what it is about: a source, a removal, a node; empty for what there is only one of
    subject     text        not null,
    -- for the sentence in each language
    facts       text[]      not null,
    -- where an operator sees more
    link        text        not null,
    started_at  timestamptz not null,
    -- since when it has not been so any more; it ends when that lasts
    clear_since timestamptz,
    ended_at    timestamptz
);
create unique index alert_open on alert (kind, subject) where ended_at is null;
create index alert_ended on alert (ended_at desc) where ended_at is not null;

-- Messages that are to be posted; kept until they are taken, with what went wrong.
create table outgoing_webhook (
    id         text        primary key,
    body       text        not null,
    made_at    timestamptz not null,
    not_before timestamptz not null,
    attempts   integer     not null default 0,
    sent_at    timestamptz,
    last_error text
);
create index outgoing_webhook_waiting on outgoing_webhook (not_before) where sent_at is null;
