-- What a partner did that is no decision, so that it can be told in their language; comment then says what it was about.
alter table registration_event add column step text
    check (step in ('confirmed', 'proven', 'readdressed', 'item-withdrawn', 'item-restored'));
update registration_event set step = 'confirmed', comment = '' where actor = 'partner' and comment = 'mail confirmed';
update registration_event set step = 'proven', comment = replace(comment, 'control of the site proven by ', '')
    where actor = 'partner' and comment like 'control of the site proven by %';
update registration_event set step = 'readdressed', comment = replace(comment, 'another address: ', '')
    where actor = 'partner' and comment like 'another address: %';
update registration_event set step = 'item-withdrawn', comment = replace(comment, 'withdrew ', '')
    where actor = 'partner' and comment like 'withdrew %';
update registration_event set step = 'item-restored', comment = replace(comment, 'restored ', '')
    where actor = 'partner' and comment like 'restored %';
