-- How often a resource's own page was opened; counts only, as for clicks.
create table view_count (
    day         date   not null,
    resource_id text   not null,
    views       bigint not null,
    primary key (day, resource_id)
);
create index view_count_by_resource on view_count (resource_id, day);
create index click_count_by_resource on click_count (resource_id, day);
