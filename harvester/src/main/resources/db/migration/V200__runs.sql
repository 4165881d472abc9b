-- Runs, what became of each item in each run, and what is known of items and listings from run to run.

create table run (
    id              bigint generated always as identity primary key,
    source_id       text        not null,
    mode            text        not null check (mode in ('incremental', 'full', 'reprocess')),
    trigger         text        not null check (trigger in ('schedule', 'operator', 'start')),
    state           text        not null check (state in ('queued', 'running', 'succeeded', 'succeeded-with-errors', 'failed', 'stopped')),
    reason          text,
    requested_at    timestamptz not null,
    started_at      timestamptz,
    ended_at        timestamptz,
    stop_requested  boolean     not null default false,
    -- what the list itself told: all as it was; a part unreadable; whole, so that what it lacks is gone
    list_unchanged  boolean     not null default false,
    list_broken     boolean     not null default false,
    list_complete   boolean     not null default false,
    -- how many items the list has shown so far
    listed          integer     not null default 0,
    count_new       integer     not null default 0,
    count_changed   integer     not null default 0,
    count_unchanged integer     not null default 0,
    count_gone      integer     not null default 0,
    count_failed    integer     not null default 0,
    -- records that rest on the list alone because their page could not be had, although it should
    count_partial   integer     not null default 0
);
create index run_by_source on run (source_id, id desc);
create index run_open on run (source_id, id) where state in ('queued', 'running');

create table run_item (
    id          bigint generated always as identity primary key,
    run_id      bigint      not null references run on delete cascade,
    -- null for a failure of the list itself
    resource_id text,
    item_key    text,
    url         text        not null,
    outcome     text        not null check (outcome in ('new', 'changed', 'unchanged', 'gone', 'failed')),
    stage       text,
    reason      text,
    detail      text,
    at          timestamptz not null,
    unique (run_id, resource_id)
);
create index run_item_by_outcome on run_item (run_id, outcome, id);

-- An item of a source: what the list said of it at the last run, and the validators of its page.
create table item (
    resource_id   text primary key,
    source_id     text        not null,
    item_key      text        not null,
    url           text        not null,
    fingerprint   text        not null,
    etag          text,
    last_modified text,
    fresh_until   timestamptz,
    moved_to      text,
    gone          boolean     not null default false,
    last_run      bigint      not null
);
create index item_by_source on item (source_id, last_run) where not gone;

-- A listing document (a feed, a page of it): its validators as of the last run that was concluded well.
create table listing (
    source_id     text not null,
    url           text not null,
    etag          text,
    last_modified text,
    fresh_until   timestamptz,
    moved_to      text,
    primary key (source_id, url)
);

-- The listing documents that a run handed over, to become listing rows when it concludes well.
create table run_listing (
    run_id        bigint not null references run on delete cascade,
    url           text   not null,
    etag          text,
    last_modified text,
    fresh_until   timestamptz,
    moved_to      text,
    primary key (run_id, url)
);

-- The table of db-scheduler 16 for PostgreSQL.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    state                text,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
