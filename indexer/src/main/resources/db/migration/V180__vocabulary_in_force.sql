-- Which vocabulary was put in force last, by its digest, so that the other nodes read their files again.
create table vocabulary_in_force (
    one_row boolean primary key default true check (one_row),
    number bigint not null,
    digest text not null
);
