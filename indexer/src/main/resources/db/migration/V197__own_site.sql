-- Whether its source is at the site where the record is read: what a site offers itself stands before what others say of its pages.
alter table fingerprint add column own boolean not null default false;
update fingerprint f set own = true from resource r
where r.id = f.resource_id
    and regexp_replace(substring(lower(r.content ->> 'url') from '^https?://([^/?#]+)'), '^www\.', '')
        = regexp_replace(substring(lower(r.content ->> 'harvestedFrom') from '^https?://([^/?#]+)'), '^www\.', '');

-- Whether it was said on behalf of that site: then it holds for all, else not for what the site offers itself.
alter table barred add column own boolean not null default true;
