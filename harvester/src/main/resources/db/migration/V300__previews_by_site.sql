-- Whoever asks: a site is not looked at more often than is good for it.
alter table preview add column site text not null default '';
create index preview_by_site on preview (site, asked_at);
