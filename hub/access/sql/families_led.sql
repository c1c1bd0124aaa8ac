-- How many families somebody leads now, for whoever looks after practitioners: a number, no family.
select count(*)::int from access_lead l
where l.practitioner_id = who and l.until_at is null
  and exists (
      select from agencies_rolegrant g
      where (select hub.actor_kind()) = 'practitioner'
        and g.practitioner_id = (select hub.actor_id())
        and g.code in ('coordinator', 'administrator') and g.since <= now()
        and coalesce(g.until > now(), true))
