-- How complete the records of a source were after a run that changed some.
create table quality (
    source_id text        not null,
    run_id    bigint      not null,
    at        timestamptz not null,
    -- Quality as JSON
    quality   json        not null,
    primary key (source_id, run_id)
);

-- The last run whose partner was told what it brought, with what was wrong in it; and when the partner last asked for a run.
alter table registration add column noted_run bigint not null default 0;
alter table registration add column noted_problems text not null default '';
alter table registration add column asked_run_at timestamptz;

alter table run drop constraint run_trigger_check;
alter table run add constraint run_trigger_check check (trigger in ('schedule', 'operator', 'start', 'partner', 'push'));
