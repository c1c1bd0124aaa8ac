-- Families in which something of whoever asks may be due, past the wall and not judged: numbers of
-- families they lead or have an action in, and no other; the door then says which they see. Of each
-- kind those due first, so that a first page need not judge every family there is.
with me as (
    select hub.actor_id() as id where (select hub.actor_kind()) = 'practitioner'
), led as (
    select l.family_id from me
    join access_lead l on l.practitioner_id = me.id and l.until_at is null
)
(select 'action', a.family_id from me
 join plans_action a on a.owner_practitioner_id = me.id and a.done_at is null
 join plans_goal g on g.id = a.goal_id
 join plans_plan p on p.id = g.plan_id and p.closed_at is null
 order by a.due_on, a.added_at, a.id limit least(most, 200))
union all
(select 'question', q.family_id from led
 join consent_lookagain q on q.family_id = led.family_id and q.done_at is null and q.due_on <= today
 order by q.due_on, q.id limit least(most, 200))
union all
-- A yes that is overdue to be signed, as hub/papers/following.py asks.
(select 'signature', led.family_id from led
 where exists (
     select from consent_agreement c
     left join consent_emergencyrule e on e.id = c.emergency_id
     where c.family_id = led.family_id and coalesce(c.until_at, 'infinity') > at
       and c.from_at < before
       and (e.id is null or c.sign_by < today or e.until_on + 1 < today
            or (e.ended_at at time zone 'Europe/London')::date < today)
       and not exists (select from papers_signature s
                       where s.family_id = c.family_id and s.agreement_id = c.id
                         and (s.kind <> 'stands' or s.said_on > last)))
 limit 5)
