-- The families somebody had before them in a stretch of time: opened, changed or on a list.
with lines as (
    select e.at, e.family_id as family, e.event = 'file.opened' as opened, false as listed
    from audit_entry e
    where e.actor_kind = 'practitioner' and e.actor_id = who and e.at >= since and e.at < until
      and e.family_id is not null
    union all
    select e.at, u.family, false, true
    from audit_entry e cross join unnest(e.families) as u (family)
    where e.actor_kind = 'practitioner' and e.actor_id = who and e.at >= since and e.at < until
      and e.families <> '{}'
)
select l.family, coalesce(max(r.reference), ''), count(*) filter (where l.opened),
       count(*) filter (where not l.opened and not l.listed), count(*) filter (where l.listed),
       min(l.at), max(l.at)
from lines l
left join families_familyreference r on r.family_id = l.family and r.until_at is null
where (select hub.oversees())
group by l.family
order by max(l.at) desc, l.family
limit least(many, 200) offset greatest(start, 0)
