-- What editors want of some queries; the key is the query's stems.
create table search_rule (
    query_key text primary key,
    rule      jsonb       not null,
    changed   timestamptz not null
);

-- Counts only: no address, no session, no time finer than a day. A query that looks personal is counted under the empty query.
create table search_count (
    day            date   not null,
    query          text   not null,
    trade          text   not null,
    searches       bigint not null,
    without_result bigint not null,
    primary key (day, query, trade)
);

create table click_count (
    day         date   not null,
    query       text   not null,
    resource_id text   not null,
    clicks      bigint not null,
    primary key (day, query, resource_id)
);
create index click_count_query on click_count (query);

-- What readers say is wrong with a resource, until an operator has dealt with it.
create table report (
    id          bigint generated always as identity primary key,
    resource_id text        not null,
    reason      text        not null,
    remark      text        not null,
    reported    timestamptz not null,
    closed      timestamptz
);
create index report_open on report (reported) where closed is null;
