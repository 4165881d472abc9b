-- A list may name only what changed since the last concluded run (OAI-PMH from a datestamp on): then all other items are unchanged.
alter table run add column list_changes_only boolean not null default false;
