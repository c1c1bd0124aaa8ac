-- Who may not take which child from nursery, school or elsewhere: for everybody who has the summary
-- of an open family, since whoever looks after a child has to know, and never for a member. Without
-- the order; what is held back with it, or with whom it is about, stays so.
select e.id, e.person_id, e.person_name, e.child_id
from consent_ordereffect e
where e.family_id = asked and e.effect = 'no_taking' and e.until_at is null
  and asked = any (hub.open_families('summary'))
  and (select hub.actor_kind()) is distinct from 'member'
  and not (e.id = any (hub.held_back())) and not (e.order_id = any (hub.held_back()))
  and not exists (
      select from families_membership kept
      where kept.family_id = asked and kept.person_id in (e.person_id, e.child_id)
        and kept.id = any (hub.held_back()))
order by e.from_at, e.id
