-- An item that its publisher took back: it is not asked for any more, and stays gone.
alter table item add column withheld boolean not null default false;
create index item_not_withheld on item (source_id, resource_id) where not withheld;
