-- Who may not agree, cannot decide, or agrees as the carer, in a family that is open: what anybody
-- who records a yes has to be held to, also who may not read the order or the judgement it is from.
select found.fact, found.person, found.day
from (
    select 'barred' as fact, e.person_id as person, null::date as day
    from consent_ordereffect e
    where e.family_id = asked and e.effect = 'no_agree'
      and e.person_id is not null and e.until_at is null
      and exists (
          select from families_membership child
          where child.family_id = asked and child.person_id = e.child_id
            and child.until_at is null and child.loss = '')
    union
    select 'carer', c.person_id, c.again_on
    from consent_careragrees c
    where c.family_id = asked and c.until_at is null
    union
    select case when newest.says_yes then 'best_interests' else 'cannot' end,
           newest.person_id, newest.again_on
    from (
        select distinct on (y.person_id) y.person_id, y.can, y.says_yes, y.again_on
        from consent_capacity y
        where y.family_id = asked and y.about = 'agreeing'
        order by y.person_id, y.judged_at desc, y.id
    ) newest
    where not newest.can
) found
where asked = any (hub.open_families('summary'))
