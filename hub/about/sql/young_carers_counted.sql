-- How many children under 18 look after somebody, and what is done for them, in each locality of
-- whoever asks: a coordinator, or a manager of the leadership team. Numbers to the nearest five and
-- none below it, so that none can be taken from another. A child of whom anything is kept private
-- from anybody, or sealed, is not counted at all, so that no number tells that there is one.
with mine as (
    select distinct g.locality_id as place
    from agencies_rolegrant g
    join agencies_practitioner p on p.id = g.practitioner_id
    where (select hub.actor_kind()) = 'practitioner'
      and g.practitioner_id = (select hub.actor_id())
      and g.code in ('coordinator', 'leadership_manager') and g.locality_id is not null
      and g.since <= clock_timestamp() and coalesce(g.until > clock_timestamp(), true)
      and coalesce(p.left_at > clock_timestamp(), true)
), private as (
    select r.family_id as family, r.item from consent_restriction r
    where r.from_at <= clock_timestamp() and coalesce(r.until_at > clock_timestamp(), true)
    union all
    select s.family, unnest(s.items) from sealed_sealed s
    where s.sealed_at <= clock_timestamp() and coalesce(s.until_at > clock_timestamp(), true)
), needs as (
    select distinct on (n.family_id, n.person_id)
           n.id, n.family_id, n.person_id, n.caring, n.assessment
    from about_needs n order by n.family_id, n.person_id, n.saved_at desc, n.id
), said as (
    select s.family_id, s.person_id, array_agg(s.id) as items, bool_or(s.cares = 'yes') as yes
    from about_childcares s group by s.family_id, s.person_id
), aims as (
    select distinct on (a.family_id, a.person_id) a.*
    from about_youngcarer a order by a.family_id, a.person_id, a.saved_at desc, a.id
), child as (
    select distinct on (f.locality_id, p.id)
           f.locality_id as place, n.assessment, n.caring, s.yes, a.id as aims,
           a.chances, a.chances_doing, a.thrive, a.thrive_doing,
           a.roles, a.roles_doing, a.school, a.school_doing
    from families_family f
    join families_membership m on m.family_id = f.id
    join families_person p on p.id = m.person_id
    left join needs n on n.family_id = f.id and n.person_id = p.id
    left join said s on s.family_id = f.id and s.person_id = p.id
    left join aims a on a.family_id = f.id and a.person_id = p.id
    where f.locality_id in (select place from mine)
      and m.part = 'child' and m.loss = ''
      and m.from_at <= clock_timestamp() and coalesce(m.until_at > clock_timestamp(), true)
      and (p.birth_date is null
           or p.birth_date
              > (clock_timestamp() at time zone 'Europe/London')::date - interval '18 years')
      and (n.caring = 'yes' or s.yes or a.id is not null)
      -- Only where somebody agrees still that it is written down and kept.
      and 2 = (select count(distinct c.scope) from consent_agreement c
               where c.family_id = f.id and c.scope in ('record', 'keep')
                 and c.from_at <= clock_timestamp()
                 and coalesce(c.until_at > clock_timestamp(), true))
      and not exists (
          select from private x
          where x.family = f.id
            and (x.item is null or x.item in (f.id, m.id, p.id, n.id, a.id)
                 or x.item = any (s.items)))
      and not exists (
          select from sealed_sealed s
          where s.person = p.id and s.sealed_at <= clock_timestamp()
            and coalesce(s.until_at > clock_timestamp(), true))
    order by f.locality_id, p.id, a.id, f.id
), numbers as (
    select mine.place, told.what, told.place as sorted,
           count(*) filter (where child.place is not null and told.is_so) as found
    from mine left join child on child.place = mine.place
    cross join lateral (values
        (1, 'identified', true),
        (2, 'asked', child.aims is not null),
        (3, 'offered', child.assessment in ('wanted', 'asked', 'not_now', 'done')),
        (4, 'requested', child.assessment = 'asked'),
        (5, 'done', child.assessment = 'done'),
        (6, 'chances_fine', child.chances = 'fine'),
        (7, 'chances_needs', child.chances = 'needs'),
        (8, 'chances_done', child.chances = 'needs' and child.chances_doing <> ''),
        (9, 'thrive_fine', child.thrive = 'fine'),
        (10, 'thrive_needs', child.thrive = 'needs'),
        (11, 'thrive_done', child.thrive = 'needs' and child.thrive_doing <> ''),
        (12, 'roles_fine', child.roles = 'fine'),
        (13, 'roles_needs', child.roles = 'needs'),
        (14, 'roles_done', child.roles = 'needs' and child.roles_doing <> ''),
        (15, 'school_fine', child.school = 'fine'),
        (16, 'school_needs', child.school = 'needs'),
        (17, 'school_done', child.school = 'needs' and child.school_doing <> '')
    ) told(place, what, is_so)
    group by mine.place, told.what, told.place
)
select l.name, n.what, case when n.found >= 5 then (round(n.found / 5.0) * 5)::int end
from numbers n join agencies_locality l on l.id = n.place
order by l.name, l.id, n.sorted
