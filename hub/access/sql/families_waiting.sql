-- Families of a coordinator's localities whose yes to an agency waits, since the agency does not
-- stand there: no sharing agreement in force and no terms of use accepted. What is kept from the
-- coordinator is left out: a family that is, and a yes that is. Asked by the agencies that do not
-- stand, which are few. A yes could only be given to who stood there or worked there.
with mine as (
    select g.locality_id as place
    from agencies_rolegrant g
    where g.practitioner_id = who and g.practitioner_id = hub.actor_id() and g.code = 'coordinator'
      and g.since <= at and coalesce(g.until > at, true)
), known as (
    select m.place, x.agency_id as agency
    from mine m join agencies_localitymembership x on x.locality_id = m.place
    union
    select m.place, y.agency_id
    from mine m
    join agencies_sharingagreement s on s.locality_id = m.place
    join agencies_sharingparty y on y.agreement_id = s.id
    union
    select m.place, x.agency_id from mine m cross join agencies_termsacceptance x
), doubtful as materialized (
    select k.place, k.agency, there.since
    from known k
    left join hub.standing(null, at) there
        on there.agency_id = k.agency and there.locality_id = k.place
    where there.since is null or there.since > '-infinity'
), waits as materialized (
    select d.agency, d.place, f.id as family, c.id as agreement
    from doubtful d
    join consent_agreement c on c.agency_id = d.agency
    join families_family f on f.id = c.family_id and f.locality_id = d.place
    where (d.since is null and c.scope in ('share', 'record')
           or c.from_at < d.since and c.scope = 'share')
      and c.from_at <= at and coalesce(c.until_at > at, true)
)
select distinct w.agency, w.place, w.family, r.reference
from waits w
join hub.sight_levels(who, array(select distinct family from waits), at) l on l.family_id = w.family
join families_familyreference r on r.family_id = w.family and r.until_at is null
where l.level > 0 and not w.agreement = any (l.held_back)
order by w.agency, w.family
limit size
