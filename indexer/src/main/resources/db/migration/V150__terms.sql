-- What each source lets us hand on; metadata where it is not here. Written by the node that harvests it.
create table source_terms (
    source_id text primary key,
    pass_on   text not null check (pass_on in ('full', 'metadata', 'none'))
);

-- Whether its publisher reserves any use of it: those are named in robots.txt.
alter table resource add column reserved boolean not null default false;
create index resource_reserved on resource (id) where reserved;

-- What may never come back: neither under its id nor from its address, whoever offers it.
create table barred (
    resource_id text primary key,
    -- as fingerprints write it; empty for a site's front page, which bars nothing else
    address     text        not null,
    reason      text        not null,
    at          timestamptz not null
);
create index barred_by_address on barred (address);
