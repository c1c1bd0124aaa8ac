-- What is true of whoever acts and of families that their look-up found: the inputs of
-- hub/access/lookup/rules.py. The first columns are those of the door itself.
select s.*, r.reference,
       exists (select from consent_agreement c
               where c.family_id = s.family_id and c.scope = 'share'
                 and coalesce(c.until_at, 'infinity') > at and c.from_at <= at),
       exists (select from consent_refusal n
               where n.family_id = s.family_id and n.agency_id = me.agency_id and n.said_at <= at),
       -- At risk: they keep where they are from anybody, somebody else holds where they are, or one
       -- of them may have no contact with another.
       coalesce((select true from consent_restriction k  -- as `exists` all of them are read
                 where k.family_id = s.family_id and k.item = s.family_id
                   and k.from_at <= at and coalesce(k.until_at > at, true) limit 1), false)
       or exists (select from families_address a
                  where a.family_id = s.family_id and a.held_by <> '' and a.until_at is null)
       or exists (select from consent_ordereffect e
                  where e.family_id = s.family_id and e.effect = 'no_contact'
                    and e.until_at is null),
       coalesce(led.stage, ''), coalesce(led.name, ''), coalesce(led.role_title, ''),
       coalesce(led.agency, ''), coalesce(led.phone, ''), coalesce(led.email, ''),
       coalesce(led.telling, false)
from agencies_practitioner me
cross join lateral hub.sight_facts(me.id, families, at) s
join families_familyreference r on r.family_id = s.family_id and r.until_at is null
left join lateral (
    select l.stage, p.name, p.role_title, a.name as agency, p.phone, p.email, a.telling
    from access_lead l
    join agencies_practitioner p on p.id = l.practitioner_id and p.left_at is null
    join agencies_agency a on a.id = p.agency_id
    where l.family_id = s.family_id and l.until_at is null
) led on true
where me.id = (select hub.actor_id()) and (select hub.actor_kind()) = 'practitioner'
