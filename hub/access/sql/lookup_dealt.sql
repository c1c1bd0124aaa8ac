-- A coordinator has looked behind: one of those that wait for them, and no other.
update access_hiddenmatch h
set dealt_at = moment, dealt_by = (select hub.actor_id())
where h.id = wanted and h.id in (select id from hub.lookups_hidden(moment, 200))
returning h.family
