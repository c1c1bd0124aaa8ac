-- What the actor is one of the two named people for, while they work here.
select coalesce(array_agg(k.sealed_id), '{}')
from sealed_keeper k
join agencies_practitioner p on p.id = k.practitioner_id and p.left_at is null
where (select hub.actor_kind()) = 'practitioner' and k.practitioner_id = (select hub.actor_id())
  and k.until_at is null
