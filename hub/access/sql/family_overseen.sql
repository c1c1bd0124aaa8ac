-- The family a reference stands for or ever stood for, with its reference now and at a moment.
select r.family_id,
       (select n.reference from families_familyreference n
        where n.family_id = r.family_id and n.until_at is null limit 1),
       (select t.reference from families_familyreference t
        where t.family_id = r.family_id and t.from_at <= at and coalesce(t.until_at > at, true)
        limit 1)
from families_familyreference r
where r.reference = wanted and (select hub.oversees())
order by r.from_at desc
limit 1
