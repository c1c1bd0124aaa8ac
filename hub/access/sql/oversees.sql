-- Whether the actor may ask what others saw: a data protection officer now, or the hub's own command.
select coalesce((select hub.actor_kind()) = 'job', false) or exists (
    select from agencies_rolegrant g
    join agencies_practitioner p on p.id = g.practitioner_id
    where (select hub.actor_kind()) = 'practitioner' and g.practitioner_id = (select hub.actor_id())
      and g.code = 'data_protection_officer' and g.since <= now()
      and coalesce(g.until > now(), true) and p.left_at is null)
