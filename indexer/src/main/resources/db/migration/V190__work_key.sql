-- The keys of works in a table that carries nothing else: with a primary key and a reference of its own, each key cost three times as much,
-- and a record has up to eighteen of them. Which keys a record has stands in its fingerprint, so that they can be taken away again.
alter table fingerprint add column keys bigint[] not null default '{}';
update fingerprint f set keys = coalesce((select array_agg(k.key) from fingerprint_key k where k.resource_id = f.resource_id), '{}');

create table work_key (
    key         bigint not null,
    resource_id text   not null
);
insert into work_key (key, resource_id) select key, resource_id from fingerprint_key;
create index work_key_by_key on work_key (key);
drop table fingerprint_key;
