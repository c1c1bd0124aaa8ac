-- The rows of a family that its members may see some of: kind, id, whom each names, what it hangs
-- on, how it is shared, a word a rule asks for, whether it is about a child who was certainly under
-- `young_until`, and whether that person, or the home it tells of, is the member's own. A column
-- that a table does not have reads as private. What is not listed here no member sees.
-- It answers the member themselves alone.
with present as (
    select m.* from families_membership m
    where m.family_id = family and m.from_at <= at and coalesce(m.until_at > at, true)
), living as (
    select h.id, h.address_id, h.person_id from families_householdmember h
    join families_address a on a.id = h.address_id
    where h.family_id = family and h.from_at <= at and coalesce(h.until_at > at, true)
      and a.from_at <= at and coalesce(a.until_at > at, true)
), homes as (
    select distinct address_id from living where person_id = who
), together as (
    select distinct person_id from living where address_id in (select address_id from homes)
), answers as (
    select 'language' as kind, t.id, t.person_id, to_jsonb(t) as had
    from about_language t where t.family_id = family
    union all
    select 'helpers', t.id, t.person_id, to_jsonb(t) from about_helpers t where t.family_id = family
    union all
    select 'background', t.id, t.person_id, to_jsonb(t)
    from about_background t where t.family_id = family
    union all
    select 'needs', t.id, t.person_id, to_jsonb(t) from about_needs t where t.family_id = family
    union all
    select 'own_words', t.id, t.person_id, to_jsonb(t)
    from about_ownwords t where t.family_id = family
    union all
    select 'story', t.id, (to_jsonb(t) ->> 'person_id')::bigint, to_jsonb(t)
    from about_story t where t.family_id = family
    union all
    select 'living', t.id, (to_jsonb(t) ->> 'person_id')::bigint, to_jsonb(t)
    from about_living t where t.family_id = family
)
select found.kind, found.id, array_remove(found.people, null), array_remove(found.hangs_on, null),
       found.with_adults, found.with_family, found.word, found.born, found.accuracy, found.own
from (
    select 'membership' as kind, m.id, array[m.person_id] as people, '{}'::bigint[] as hangs_on,
           false as with_adults, false as with_family, m.part::text as word,
           null::date as born, '' as accuracy, false as own
    from present m
    union all
    select 'relationship', t.id, array[t.person_id, t.other_id], '{}', false, false, t.kind,
           null, '', false
    from families_relationship t
    where t.family_id = family and t.from_at <= at and coalesce(t.until_at > at, true)
    union all
    select 'responsibility', t.id, array[t.person_id, t.child_id], '{}', false, false, '',
           null, '', false
    from families_responsibility t
    where t.family_id = family and t.from_at <= at and coalesce(t.until_at > at, true)
    union all
    select 'address', h.address_id, '{}', '{}', false, false, '', null, '', true from homes h
    union all
    select 'household', l.id, array[l.person_id], array[l.address_id], false, false, '',
           null, '', true
    from living l where l.address_id in (select address_id from homes)
    union all
    select 'contact', t.id, array[t.person_id], '{}', false, false, '', null, '', false
    from families_contact t
    where t.family_id = family and t.from_at <= at and coalesce(t.until_at > at, true)
    union all
    select 'agreement', t.id, array[t.given_by_id], '{}', false, false, '', null, '', false
    from consent_agreement t
    where t.family_id = family and t.from_at <= at and coalesce(t.until_at > at, true)
    union all
    select t.kind, t.id, array[t.person_id], '{}', coalesce((t.had ->> 'with_adults')::boolean, false),
           coalesce((t.had ->> 'with_family')::boolean, false), coalesce(m.part, ''),
           case when m.part = 'child' then p.birth_date end, coalesce(p.birth_accuracy, ''),
           coalesce(t.person_id in (select person_id from together), false)
    from answers t
    left join present m on m.person_id = t.person_id
    left join families_person p on p.id = m.person_id
    union all
    select 'plan', t.id, '{}', '{}', false, false, '', null, '', false
    from plans_plan t where t.family_id = family
    union all
    select 'goal', t.id, '{}', array[t.plan_id], false, false, '', null, '', false
    from plans_goal t where t.family_id = family
    union all
    select 'action', t.id, array[t.owner_member_id], array[t.goal_id], false, false, '',
           null, '', false
    from plans_action t where t.family_id = family
    union all
    select 'lead', t.id, '{}', '{}', false, false, '', null, '', false
    from access_lead t
    where t.family_id = family and t.from_at <= at and coalesce(t.until_at > at, true)
    union all
    select 'involvement', t.id, '{}', '{}', false, false, '', null, '', false
    from access_involvement t
    where t.family_id = family and t.from_at <= at and coalesce(t.until_at > at, true)
) found
where (select hub.actor_kind()) = 'member' and (select hub.actor_id()) = who
