-- The source of a subscription went: its hub is asked to stop, and the row goes once it did, or a day later.
alter table hub_subscription drop constraint hub_subscription_state_check;
alter table hub_subscription add constraint hub_subscription_state_check
    check (state in ('none', 'asked', 'active', 'denied', 'lapsed', 'leaving'));
