-- The life of records at their source: in which state each is, and since when. Written by room life.
create table item_life (
    resource_id   text primary key,
    source_id     text        not null,
    url           text        not null,
    state         text        not null check (state in ('live', 'moved', 'failing', 'blocked', 'missing', 'unpublished',
                                                        'withdrawn', 'gone', 'soft-404', 'renamed', 'source-removed')),
    reason        text,
    since         timestamptz not null,
    checked_at    timestamptz,
    next_check    timestamptz not null,
    -- conclusive answers in a row that it is gone, and since when
    failures      integer     not null default 0,
    failing_since timestamptz
);
create index item_life_due on item_life (next_check) where state in ('live', 'moved', 'failing', 'blocked');
create index item_life_by_state on item_life (source_id, state, resource_id);

-- What is to be removed together: by a run, by link checks, or with its source. It waits where it is too much to be likely.
create table removal (
    id         bigint generated always as identity primary key,
    source_id  text        not null,
    cause      text        not null unique,
    state      text        not null check (state in ('open', 'waiting', 'done', 'refused', 'undone')),
    reason     text,
    -- how many records the source had
    out_of     integer     not null default 0,
    asked_at   timestamptz not null,
    decided_at timestamptz
);
create table removal_item (
    removal_id  bigint  not null references removal (id) on delete cascade,
    resource_id text    not null,
    url         text    not null,
    state       text    not null,
    reason      text    not null,
    done        boolean not null default false,
    primary key (removal_id, resource_id)
);

-- The page of an item, where it has one: what is asked before it is removed.
alter table item add column page text;

-- Other names under which a source lists an item that it renamed.
create table item_alias (
    source_id   text not null,
    item_key    text not null,
    resource_id text not null,
    primary key (source_id, item_key)
);
