-- Families of a coordinator's localities whose yes to an agency waits, since the agency does not
-- stand there: no sharing agreement in force and no terms of use accepted. What is kept from the
-- coordinator is left out: a family that is, and a yes that is.
with mine as (
    select g.locality_id
    from agencies_rolegrant g
    where g.practitioner_id = who and g.practitioner_id = hub.actor_id() and g.code = 'coordinator'
      and g.since <= at and coalesce(g.until > at, true)
), there as materialized (
    select * from hub.standing(null, at)
), waits as (
    select distinct f.id as family, f.locality_id as place, c.agency_id as agency, c.id as agreement
    from mine
    join families_family f on f.locality_id = mine.locality_id
    join consent_agreement c on c.family_id = f.id
    left join there on there.agency_id = c.agency_id and there.locality_id = f.locality_id
    where (there.since is null and c.scope in ('share', 'record')
           or c.from_at < there.since and c.scope = 'share')
      and c.from_at <= at and coalesce(c.until_at > at, true)
)
select distinct w.agency, w.place, w.family, r.reference
from waits w
join hub.sight_levels(who, array(select family from waits), at) l on l.family_id = w.family
join families_familyreference r on r.family_id = w.family and r.until_at is null
where l.level > 0 and not w.agreement = any (l.held_back)
order by w.agency, w.family
limit size
