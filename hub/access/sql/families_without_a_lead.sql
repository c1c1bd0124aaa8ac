-- Families of a coordinator's localities that nobody leads now, or whose lead has left, those
-- registered first before others. Who stopped everything needs no lead and takes no place, nor does
-- a file that was closed because the family goes on in another.
with alone as (
    select f.id as family_id
    from agencies_rolegrant g
    cross join lateral (
        select f.id, f.registered_at
        from families_family f
        where f.locality_id = g.locality_id
          and not exists (
              select from access_lead l
              where l.family_id = f.id and l.until_at is null
                and exists (select from agencies_practitioner p
                            where p.id = l.practitioner_id and p.left_at is null))
          and not hub.file_closed(f.id)
          and exists (
              select from consent_agreement c
              where c.family_id = f.id and c.scope = 'keep'
                and c.from_at <= at and coalesce(c.until_at > at, true))
        order by f.registered_at, f.id
        limit size + 10  -- a few that are kept from them
    ) f
    where g.practitioner_id = who and g.code = 'coordinator' and g.since <= at
      and coalesce(g.until > at, true)
    order by f.registered_at, f.id
    limit size + 10
)
select l.family_id, r.reference, f.locality_id, l.level, l.held_back
from hub.sight_levels(who, array(select family_id from alone), at) l
join families_family f on f.id = l.family_id
join families_familyreference r on r.family_id = l.family_id and r.until_at is null
where l.level > 0
order by f.registered_at, l.family_id
limit size
