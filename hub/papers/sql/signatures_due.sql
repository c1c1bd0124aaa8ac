-- Families with a yes in force that is overdue to be signed, past the wall: their references and
-- how many, no name and no word. For the coordinators of their locality and the data protection
-- officer; never for whom the family, the yes or who gave it is kept from, nor an administrator.
with me as (
    select p.agency_id,
           array(select same.id from agencies_practitioner same
                 where same.account_id = p.account_id) as jobs,
           bool_or(g.code = 'data_protection_officer') as officer,
           array_agg(g.locality_id) filter (where g.code = 'coordinator') as localities
    from agencies_practitioner p
    join agencies_rolegrant g
        on g.practitioner_id = p.id and g.since <= at and coalesce(g.until > at, true)
    where (select hub.actor_kind()) = 'practitioner' and p.id = (select hub.actor_id())
      and p.left_at is null
    group by p.id
    having not bool_or(g.code = 'administrator')
       and bool_or(g.code in ('data_protection_officer', 'coordinator'))
)
select f.id, r.reference, count(*), count(*) filter (where a.how = 'spoken'),
       min(greatest((a.from_at at time zone 'Europe/London')::date, stood.on_day))
from me
join families_family f
    on me.officer or f.locality_id = any (me.localities)
join families_familyreference r on r.family_id = f.id and r.until_at is null
join consent_agreement a
    on a.family_id = f.id and a.from_at < before and coalesce(a.until_at > at, true)
cross join lateral (
    select max(s.said_on) filter (where s.kind = 'stands') as on_day,
           coalesce(bool_or(s.kind <> 'stands'), false) as signed
    from papers_signature s where s.family_id = a.family_id and s.agreement_id = a.id
) stood
where not stood.signed and coalesce(stood.on_day <= last, true)
  -- Without a yes to keeping there is no record, and nothing to follow up.
  and exists (select from consent_agreement y
              where y.family_id = f.id and y.scope = 'keep' and y.from_at <= at
                and coalesce(y.until_at > at, true))
  and not exists (
      select from consent_restriction k
      where k.family_id = f.id and k.from_at <= at and coalesce(k.until_at > at, true)
        and (k.kept_from = 'practitioner' and k.kept_from_id = any (me.jobs)
             or k.kept_from = 'agency' and k.kept_from_id = me.agency_id and not me.officer)
        and (k.item is null or k.item = a.id
             or k.item in (select m.id from families_membership m
                           where m.family_id = f.id and m.person_id = a.given_by_id)))
group by f.id, r.reference
order by 5, r.reference
limit least(size, 501)
