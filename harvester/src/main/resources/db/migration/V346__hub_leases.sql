-- When a hub is asked next: before its lease ends, however short that is; a day later where there is none.
alter table hub_subscription add column ask_at timestamptz;
update hub_subscription set ask_at = coalesce(lease_until - interval '2 days', looked_at + interval '1 day');
alter table hub_subscription alter column ask_at set not null;

-- A hub that was silent until its lease ended.
alter table hub_subscription drop constraint hub_subscription_state_check;
alter table hub_subscription add constraint hub_subscription_state_check
    check (state in ('none', 'asked', 'active', 'denied', 'lapsed'));
