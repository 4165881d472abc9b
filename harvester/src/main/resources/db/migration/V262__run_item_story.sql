-- An item's story over its runs, and a run's failures by reason.
create index run_item_by_resource on run_item (resource_id, id desc);
create index run_item_by_reason on run_item (run_id, reason, id) where reason is not null;
