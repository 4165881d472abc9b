-- How often a run was begun. A process that was taken for dead and comes back no longer ends the run that another one goes on with.
alter table run add column attempts integer not null default 0;

-- A part of the list that cannot be read is told once a run, also when the run goes on from before it.
create unique index run_item_of_list on run_item (run_id, url) where resource_id is null;
