-- Who of a family may have no contact with whom, in a family that is open: whoever writes down where
-- they live is held to it, also who may not read what it is from. Members are told nothing.
select e.person_id, other.person_id
from consent_ordereffect e
join families_membership other on other.family_id = e.family_id and other.until_at is null
    and other.person_id <> e.person_id
    and other.person_id = coalesce(e.child_id, other.person_id)
where e.family_id = asked and e.effect = 'no_contact'
  and e.person_id is not null and e.until_at is null
  and asked = any (hub.open_families('summary'))
  and (select hub.actor_kind()) is distinct from 'member'
