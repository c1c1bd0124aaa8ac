-- A member and the family a reference stands for, as hub/access/inside/rules.py takes them. For the
-- member themselves, and for whoever has the family's record open.
select r.reference, r.family_id, f.locality_id, m.id,
       coalesce(nullif(p.known_as, ''), trim(concat(p.given_names, ' ', p.family_name))),
       m.part, m.loss <> '', m.from_at, p.birth_date, p.birth_accuracy,
       coalesce(agreed.kept, false), agreed.own_from, judged.judged_at,
       coalesce(kept.whole, false), coalesce(f.id = any (kept.items), false),
       coalesce(kept.items, '{}'),
       array(select h.child_id from families_responsibility h
             where h.family_id = f.id and h.person_id = who
               and h.from_at <= at and coalesce(h.until_at > at, true)),
       coalesce(ordered.apart, '{}'), coalesce(ordered.untold, '{}')
from families_familyreference r
join families_family f on f.id = r.family_id
join families_membership m on m.family_id = f.id and m.person_id = who
    and m.from_at <= at and coalesce(m.until_at > at, true)
join families_person p on p.id = m.person_id
left join lateral (
    select bool_or(c.scope = 'record') and bool_or(c.scope = 'keep') as kept,
           min(c.from_at) filter (where c.given_by_id = who) as own_from
    from consent_agreement c
    where c.family_id = f.id and c.from_at <= at and coalesce(c.until_at > at, true)
) agreed on true
left join lateral (
    -- The last judgement counts, and only when it lets them decide without a parent.
    select case when j.understands and not j.parent_needed then j.judged_at end as judged_at
    from consent_judgement j
    where j.family_id = f.id and j.person_id = who and j.judged_at <= at
    order by j.judged_at desc, j.id desc limit 1
) judged on true
left join lateral (
    select bool_or(k.item is null) as whole,
           array_agg(k.item) filter (where k.item is not null) as items
    from consent_restriction k
    where k.family_id = f.id and k.kept_from = 'person' and k.kept_from_id = who
      and k.from_at <= at and coalesce(k.until_at > at, true)
) kept on true
left join lateral (
    -- What orders forbid them as recorded then (S9): of no child is of everybody in the family.
    select array_agg(other.person_id) filter (where e.effect = 'no_contact') as apart,
           array_agg(other.person_id) filter (where e.effect = 'no_telling') as untold
    from consent_ordereffect e
    join families_membership other on other.family_id = f.id and other.person_id <> who
        and other.person_id = coalesce(e.child_id, other.person_id)
    where e.family_id = f.id and e.person_id = who and e.effect in ('no_contact', 'no_telling')
      and e.from_at <= at and coalesce(e.until_at > at, true)
) ordered on true
where r.reference = wanted and r.from_at <= at and coalesce(r.until_at > at, true)
  and ((select hub.actor_kind()) = 'member' and (select hub.actor_id()) = who
       or f.id = any (hub.open_families('record')))
