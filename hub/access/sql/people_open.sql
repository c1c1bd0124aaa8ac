-- Everybody who is a member of a family open at the summary, but those held back.
select coalesce(array_agg(m.person_id), '{}')
from families_membership m
where m.family_id = any (hub.open_families('summary'))
  and not m.id = any (hub.held_back())
