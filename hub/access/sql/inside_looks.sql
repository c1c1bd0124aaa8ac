-- Who opened a family's file since a moment, a row a practitioner, for the member it is open to.
-- Which of these the member is shown is decided from what each was allowed then (S14, S30).
select e.actor_id, p.name, p.role_title, a.name, count(*)::int, max(e.at)
from audit_entry e
join agencies_practitioner p on p.id = e.actor_id
join agencies_agency a on a.id = e.agency_id
where e.chain_kind = 'family' and e.chain_id = family and e.event = 'file.opened'
  and e.actor_kind = 'practitioner' and e.at >= since
  and (select hub.actor_kind()) = 'member' and family = any (hub.open_families('signpost'))
  and not exists (
      select from access_involvement i
      where i.family_id = family and i.practitioner_id = e.actor_id
        and i.id = any (hub.held_back()))
group by 1, 2, 3, 4
order by 4, 2, 1
limit 500
