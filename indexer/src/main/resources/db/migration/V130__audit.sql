-- What people changed: who, what, and how it was before and after. Written in the transaction of the change itself.
create table audit_entry (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    actor   text        not null,
    action  text        not null,
    subject text        not null,
    before  json,
    after   json
);
create index audit_entry_by_actor on audit_entry (actor, id desc);
create index audit_entry_by_subject on audit_entry (subject, id desc);
