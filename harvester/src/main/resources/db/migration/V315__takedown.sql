-- What people want taken down, and what became of it. The key opens the asker's own page; name, e-mail and explanation go after a while.
create table takedown (
    id          bigint generated always as identity primary key,
    key         text        not null unique,
    address     text        not null,
    -- the record it was found to mean; an operator names it where it was not
    resource_id text,
    reason      text        not null check (reason in ('copyright', 'personal-data', 'unlawful', 'other')),
    explanation text        not null,
    name        text        not null,
    email       text        not null,
    language    text        not null,
    state       text        not null check (state in ('open', 'accepted', 'refused', 'readmitted')),
    comment     text        not null default '',
    asked_at    timestamptz not null,
    decided_at  timestamptz
);
create index takedown_by_state on takedown (state, asked_at);
