-- How many yeses were taken under each emergency rule and how many of these are in force
-- and nobody has signed: past the wall, for administrators and the data protection officer. A count
-- that could point at a family is none at all: from 1 to 4, and one that leaves so few of the rest.
select e.id,
       case when counted.taken between 1 and 4 then null else counted.taken end,
       case when counted.taken between 1 and 4 or counted.unsigned between 1 and 4
                 or counted.taken - counted.unsigned between 1 and 4
            then null else counted.unsigned end
from consent_emergencyrule e
cross join lateral (
    select count(*)::int as taken,
           (count(*) filter (where a.ended_because = '' and coalesce(a.until_at > at, true)
                and not exists (select from papers_signature s
                                where s.family_id = a.family_id and s.agreement_id = a.id
                                  and s.kind <> 'stands')))::int as unsigned
    from consent_agreement a
    where a.emergency_id = e.id
) counted
where (select hub.actor_kind()) = 'practitioner' and exists (
    select from agencies_rolegrant g
    join agencies_practitioner p on p.id = g.practitioner_id and p.left_at is null
    where p.id = (select hub.actor_id()) and g.since <= at and coalesce(g.until > at, true)
      and g.code in ('administrator', 'data_protection_officer'))
