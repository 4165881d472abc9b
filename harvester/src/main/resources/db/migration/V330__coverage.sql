-- What there was at the end of each day; of the present day, so far. Trade '': all records; dimension 'all': whatever their value.
create table coverage_snapshot (
    day       date   not null,
    trade     text   not null,
    dimension text   not null,
    value     text   not null,
    resources bigint not null,
    primary key (day, trade, dimension, value)
);
