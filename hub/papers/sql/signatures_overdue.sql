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
), kept as materialized (
    select k.family_id, k.item
    from me cross join consent_restriction k
    where k.from_at <= at and coalesce(k.until_at > at, true)
      and (k.kept_from = 'practitioner' and k.kept_from_id = any (me.jobs)
           or k.kept_from = 'agency' and k.kept_from_id = me.agency_id and not me.officer)
), signed as materialized (  -- once for all: asked yes by yes this took half the time
    select s.agreement_id, bool_or(s.kind <> 'stands') as whole,
           max(s.said_on) filter (where s.kind = 'stands') as stood
    from papers_signature s group by s.agreement_id
), unsigned as (
    select a.family_id, count(*) as yeses, count(*) filter (where a.how in ('spoken', 'remote')) as spoken,
           bool_or(a.scope = 'keep') as keep,
           min(greatest((a.from_at at time zone 'Europe/London')::date, s.stood)) as since
    from consent_agreement a
    left join signed s on s.agreement_id = a.id
    left join consent_emergencyrule e on e.id = a.emergency_id
    where a.from_at < before and coalesce(a.until_at, 'infinity') > at
      and not coalesce(s.whole, false) and coalesce(s.stood <= last, true)
      -- What was said under an emergency rule waits as long as that says, and no longer than it runs.
      and (e.id is null or a.sign_by < (at at time zone 'Europe/London')::date
           or e.until_on + 1 < (at at time zone 'Europe/London')::date
           or (e.ended_at at time zone 'Europe/London')::date
              < (at at time zone 'Europe/London')::date)
      and a.family_id in (select f.id from me join families_family f
                          on me.officer or f.locality_id = any (me.localities))
      and not exists (
          select from kept k
          where k.family_id = a.family_id
            and (k.item is null or k.item = a.id
                 or k.item in (select m.id from families_membership m
                               where m.family_id = a.family_id and m.person_id = a.given_by_id)))
    group by a.family_id
)
select u.family_id, r.reference, u.yeses, u.spoken, u.since
from unsigned u
join families_familyreference r on r.family_id = u.family_id and r.until_at is null
-- Without a yes to keeping there is no record, and nothing to follow up.
where u.keep or exists (select from consent_agreement y
                        where y.family_id = u.family_id and y.scope = 'keep' and y.from_at <= at
                          and coalesce(y.until_at, 'infinity') > at)
order by 5, r.reference
limit least(size, 501)
