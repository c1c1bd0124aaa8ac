-- How often somebody asked for what was not theirs or not there: a run of them is worth a question.
select count(*)::int from audit_entry e
where e.actor_kind = 'practitioner' and e.actor_id = who and e.at >= since and e.at < until
  and e.event in ('file.refused', 'emergency.refused', 'emergency.limited') and (select hub.oversees())
