-- Who may sign in, and as what.
create table account (
    name            text primary key,
    role            text        not null check (role in ('viewer', 'operator', 'administrator', 'partner')),
    -- as Spring Security's delegating encoder writes it: {bcrypt}…; null for one who only comes by OpenID Connect
    password_hash   text,
    -- false: the hash follows VAKOOGST_OPERATOR_PASSWORD or the data folder at each start
    own_password    boolean     not null default true,
    enabled         boolean     not null default true,
    failed_attempts integer     not null default 0,
    locked_until    timestamptz,
    created_at      timestamptz not null,
    last_sign_in    timestamptz
);

-- API tokens: only their SHA-256 is kept, which is enough for 256 random bits.
create table api_token (
    id         bigint generated always as identity primary key,
    account    text        not null references account (name) on delete cascade,
    label      text        not null,
    scope      text        not null check (scope in ('viewer', 'operator', 'administrator', 'partner')),
    digest     bytea       not null unique,
    created_at timestamptz not null,
    expires_at timestamptz,
    last_used  timestamptz
);
create index api_token_by_account on api_token (account);
