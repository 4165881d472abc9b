-- What only the mail's link knows, and what only who controls the site can put there.
alter table registration add column confirm_token text not null default replace(gen_random_uuid()::text, '-', '');
alter table registration add column proof_token text not null default replace(gen_random_uuid()::text, '-', '');
alter table registration add column proof text;
-- The look that it is based on, for as long as that is kept.
alter table registration add column preview_id text;
alter table registration add column proof_asked_at timestamptz;
