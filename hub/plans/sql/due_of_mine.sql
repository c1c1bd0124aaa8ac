-- The same as hub.families_due(), and the questions to join a team that wait for whoever leads: the
-- families they lead and the questions' numbers, the oldest first, past the wall and not judged.
select d.kind, d.family_id, null::bigint from hub.families_due(today, before, last, at, most) d
union all
(select 'joining', j.family_id, j.id from access_lead l
 join intake_joinquestion j on j.family_id = l.family_id and j.answer = ''
 where (select hub.actor_kind()) = 'practitioner' and l.practitioner_id = (select hub.actor_id())
   and l.until_at is null
 order by j.asked_at, j.id limit least(most, 200))
