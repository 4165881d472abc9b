-- What somebody asked to be looked at, and what was found. Forgotten after a while.
create table preview (
    id       text        primary key,
    address  text        not null,
    visitor  text        not null,
    state    text        not null check (state in ('looking', 'found', 'nothing')),
    -- the ground that is being tried, while looking
    step     text,
    -- PreviewResult as JSON
    result   json,
    asked_at timestamptz not null
);
create index preview_by_visitor on preview (visitor, asked_at);
create index preview_by_time on preview (asked_at);

create table registration (
    id                 text        primary key,
    address            text        not null,
    source_id          text        not null,
    source_yaml        text        not null,
    organisation       text        not null,
    contact            text        not null,
    email              text        not null,
    language           text        not null,
    licence            text,
    -- the statement that was agreed to, as it was shown
    permission         text        not null,
    permission_version text        not null,
    state              text        not null check (state in
        ('submitted', 'approved', 'changes-asked', 'refused', 'active', 'paused', 'withdrawn')),
    confirmed_at       timestamptz,
    proven_at          timestamptz,
    created_at         timestamptz not null
);
create index registration_by_source on registration (source_id);
create index registration_by_state on registration (state, created_at);

-- How a registration came to be where it is.
create table registration_event (
    id              bigint generated always as identity primary key,
    registration_id text        not null references registration (id) on delete cascade,
    at              timestamptz not null,
    state           text        not null,
    actor           text        not null,
    comment         text        not null
);
create index registration_event_by_registration on registration_event (registration_id, id);

-- Mails that are to be sent; kept until they are, with what went wrong.
create table outgoing_mail (
    id         bigint generated always as identity primary key,
    recipient  text        not null,
    subject    text        not null,
    body       text        not null,
    made_at    timestamptz not null,
    not_before timestamptz not null,
    attempts   integer     not null default 0,
    sent_at    timestamptz,
    last_error text
);
create index outgoing_mail_waiting on outgoing_mail (not_before) where sent_at is null;
