-- Who opened a family's file since a moment and for what, as the family may be shown it (S30, S14):
-- without those to whom something was shown that the family was not told of, while it was.
select e.actor_kind, e.actor_id, coalesce(p.name, ''), coalesce(p.role_title, ''),
       coalesce(a.name, ''), e.purpose, count(*)::int, max(e.at)
from audit_entry e
left join agencies_practitioner p on e.actor_kind = 'practitioner' and p.id = e.actor_id
left join agencies_agency a on a.id = e.agency_id
where e.chain_kind = 'family' and e.chain_id = family and e.event = 'file.opened'
  and e.at >= since and family = any ((select hub.open_families('record'))::bigint[])
  and not exists (
      select from consent_override v
      where v.family_id = family and not v.told_family and v.told_at is null
        and e.at >= v.from_at and e.at < v.until_at and e.actor_kind = 'practitioner'
        and (v.shown_to = 'practitioner' and v.shown_to_id = e.actor_id
             or v.shown_to = 'agency' and v.shown_to_id = e.agency_id))
group by 1, 2, 3, 4, 5, 6
order by 5, 4, 3, 8 desc
limit 1000
