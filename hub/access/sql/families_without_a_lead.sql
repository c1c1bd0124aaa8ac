-- Families of a coordinator's localities that nobody leads now, or whose lead has left.
with alone as (
    select f.id as family_id
    from agencies_rolegrant g
    join families_family f on f.locality_id = g.locality_id
    where g.practitioner_id = who and g.code = 'coordinator' and g.since <= at and g.until is null
      and not exists (
          select from access_lead l
          join agencies_practitioner p on p.id = l.practitioner_id and p.left_at is null
          where l.family_id = f.id and l.until_at is null)
    limit 1000
)
select l.family_id, r.reference, f.locality_id, l.level, l.held_back
from hub.sight_levels(who, array(select family_id from alone), at) l
join families_family f on f.id = l.family_id
join families_familyreference r on r.family_id = l.family_id and r.until_at is null
where l.level > 0
order by f.registered_at, l.family_id
limit size
