-- Everybody of the actor's own agency, who tell them of no place that they do not know.
select coalesce(array_agg(same.id), '{}')
from agencies_practitioner same
join agencies_practitioner me on me.agency_id = same.agency_id
where (select hub.actor_kind()) = 'practitioner' and me.id = (select hub.actor_id())
