-- Runs of chosen items, tried again; and dry runs, which leave nothing behind but their story.
alter table run drop constraint run_mode_check;
alter table run add constraint run_mode_check check (mode in ('incremental', 'full', 'reprocess', 'dry-run', 'items'));

-- The items that a run of chosen items is asked for.
create table run_wish (
    run_id      bigint not null references run on delete cascade,
    resource_id text   not null,
    primary key (run_id, resource_id)
);

-- What its list said of an item of which no record could be made, as JSON, so that it can be tried again without its list.
alter table item add column listed text;
