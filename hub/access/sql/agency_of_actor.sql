-- The agency that the actor works for in this transaction.
select me.agency_id from agencies_practitioner me
where (select hub.actor_kind()) = 'practitioner' and me.id = (select hub.actor_id())
