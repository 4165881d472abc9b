-- Other repositories ask for what changed since a day.
create index resource_by_change_time on resource (last_changed);
