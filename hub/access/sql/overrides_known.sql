-- Sharing without agreement as it is overseen, past the wall: one by its id with its words, or a
-- list without any. A list is for safeguarding leads and the data protection officer alone. One is
-- also for whoever decided it, whoever leads the family, and for a manager or coordinator of its
-- locality who is asked to be the second person. Never for the very person a family keeps itself
-- from, and never for an administrator. It tells no fact of a family but its reference.
with me as (
    select p.id,
           array(select same.id from agencies_practitioner same
                 where same.account_id = p.account_id) as jobs,
           p.agency_id,
           coalesce(bool_or(g.code in ('safeguarding_lead', 'data_protection_officer')), false)
               as oversees,
           array_agg(g.locality_id) filter (where g.code in ('coordinator', 'leadership_manager'))
               as seconds_in
    from agencies_practitioner p
    left join agencies_rolegrant g
        on g.practitioner_id = p.id and g.since <= at and coalesce(g.until > at, true)
    where (select hub.actor_kind()) = 'practitioner' and p.id = (select hub.actor_id())
      and p.left_at is null
    group by p.id
    having not coalesce(bool_or(g.code = 'administrator'), false)
)
select v.id, v.family_id, f.locality_id, r.reference, v.emergency, v.ground,
       v.item is not null, v.told_family, v.from_at, v.until_at, v.review_due_on, v.second_at,
       v.reviewed_at, v.outcome, v.hiding,
       d.name, da.name, coalesce(sp.name || ', ' || spa.name, sa.name, ''),
       coalesce(s.name, v.second_person), coalesce(e.name, ''), coalesce(w.name, ''),
       d.account_id, s.account_id,
       case when wanted is null then '' else v.because end,
       case when wanted is null then '' else v.advice end,
       case when wanted is null then '' else v.why_not_told end,
       case when wanted is null then '' else v.outcome_words end
from me
cross join consent_override v
join families_family f on f.id = v.family_id
join families_familyreference r on r.family_id = f.id and r.until_at is null
join agencies_practitioner d on d.id = v.decided_by_id
join agencies_agency da on da.id = d.agency_id
left join agencies_practitioner sp on v.shown_to = 'practitioner' and sp.id = v.shown_to_id
left join agencies_agency spa on spa.id = sp.agency_id
left join agencies_agency sa on v.shown_to = 'agency' and sa.id = v.shown_to_id
left join agencies_practitioner s on s.id = v.second_by_id
left join agencies_practitioner e on e.id = v.ended_by_id
left join agencies_practitioner w on w.id = v.reviewed_by_id
where case
          when wanted is not null then v.id = wanted
          when standing then v.until_at > at or v.reviewed_at is null
          else v.from_at >= since and v.from_at < until
      end
  and not exists (
      select from consent_restriction k
      where k.family_id = v.family_id and k.item is null
        and k.from_at <= at and coalesce(k.until_at > at, true)
        and (k.kept_from = 'practitioner' and k.kept_from_id = any (me.jobs)
             or k.kept_from = 'agency' and k.kept_from_id = me.agency_id and not me.oversees))
  and (me.oversees
       or wanted is not null
          and (v.decided_by_id = any (me.jobs) or v.second_by_id = any (me.jobs)
               or v.second_by_id is null and f.locality_id = any (me.seconds_in)
               or exists (select from access_lead l
                          where l.family_id = v.family_id and l.until_at is null
                            and l.practitioner_id = me.id)))
order by v.from_at desc, v.id
limit least(size, 501)
