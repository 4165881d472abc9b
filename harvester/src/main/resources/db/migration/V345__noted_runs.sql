-- The last run of each source of a partner that it was told of, with what was wrong in it: what it sends itself is a source beside the harvested one.
create table noted_run (
    registration_id text   not null references registration (id) on delete cascade,
    source_id       text   not null,
    run_id          bigint not null,
    problems        text   not null,
    primary key (registration_id, source_id)
);
insert into noted_run (registration_id, source_id, run_id, problems)
select id, source_id, noted_run, noted_problems from registration where noted_run > 0;
alter table registration drop column noted_run, drop column noted_problems;
