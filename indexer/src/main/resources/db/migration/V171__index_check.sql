-- Each comparison of the catalogue with the index that serves.
create table index_check (
    at         timestamptz primary key,
    index_name text   not null,
    compared   bigint not null,
    missing    bigint not null,
    stale      bigint not null,
    extra      bigint not null,
    -- differences that are still there after mending
    left_over  bigint not null
);
