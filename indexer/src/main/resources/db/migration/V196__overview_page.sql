-- Pages that several addresses lead to for good: they stand in for what is gone there, and nothing has moved to them.
create table overview_page (
    url      text        primary key,
    -- two of the addresses
    evidence text        not null,
    at       timestamptz not null
);
create index move_by_target on move (to_url);
