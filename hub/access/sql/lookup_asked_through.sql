-- How often was looked up with one key of a system in the last hour and the last day, for whom it
-- asks for: only of a key of their own agency.
select count(*) filter (where c.at > moment - interval '1 hour'), count(*)
from access_lookupcheck c
where c.system = wanted and c.at > moment - interval '1 day' and not c.stopped
  and exists (select from agencies_practitioner me
              where me.id = (select hub.actor_id())
                and (select hub.actor_kind()) = 'practitioner' and me.agency_id = c.agency)
