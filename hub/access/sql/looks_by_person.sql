-- Who opened a family's file since a moment, a row a person, for whoever has its record open (S30);
-- a member is told by inside_looks.sql.
select e.actor_kind, e.actor_id, coalesce(p.name, ''), coalesce(p.role_title, ''),
       coalesce(a.name, ''), count(*)::int, max(e.at)
from audit_entry e
left join agencies_practitioner p on e.actor_kind = 'practitioner' and p.id = e.actor_id
left join agencies_agency a on a.id = e.agency_id
where e.chain_kind = 'family' and e.chain_id = family and e.event = 'file.opened'
  and e.at >= since and family = any ((select hub.open_families('record'))::bigint[])
  and (select hub.actor_kind()) is distinct from 'member'
group by 1, 2, 3, 4, 5
order by 5, 3, 2
limit 500
