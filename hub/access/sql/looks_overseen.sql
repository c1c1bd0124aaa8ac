-- Every line about a family in a stretch of time, newest first, with who it was.
select e.at, e.event, e.actor_kind, e.job, coalesce(p.name, ''), coalesce(p.role_title, ''),
       coalesce(a.name, ''), e.purpose
from (
    select * from audit_entry f where f.chain_kind = 'family' and f.chain_id = family
    union all
    select * from audit_entry l where l.families @> array[family] and l.families <> '{}'
) e
left join agencies_practitioner p on e.actor_kind = 'practitioner' and p.id = e.actor_id
left join agencies_agency a on a.id = e.agency_id
where e.at >= since and e.at < until and (select hub.oversees())
order by e.at desc, e.number desc
limit least(many, 200) offset greatest(start, 0)
