-- A page of the families somebody leads or works with, newest first. They are judged in turns until
-- it is full: as many as it needs, then ten at a time, as hardly any is refused. So who has 200
-- families does not wait for 200 to read of 25.
with mine as (
    select family_id, max(from_at) as newest
    from (select l.family_id, l.from_at from access_lead l
          where l.practitioner_id = who and l.until_at is null
          union all
          select i.family_id, i.from_at from access_involvement i
          where i.practitioner_id = who and i.until_at is null) both_ways
    group by family_id
), turns as (
    select turn, array_agg(family_id) as families
    from (select family_id,
                 greatest(0, row_number() over (order by newest desc, family_id)
                             - size - skip + 9) / 10 as turn
          from mine) numbered
    group by turn
    order by turn
)
select judged.family_id, r.reference, f.locality_id, judged.level, judged.held_back
from turns
cross join lateral (
    select l.family_id, l.level, l.held_back, mine.newest
    from hub.sight_levels(who, turns.families, at) l
    join mine on mine.family_id = l.family_id
    where l.level > 0
    offset 0
) judged
join families_family f on f.id = judged.family_id
join families_familyreference r on r.family_id = judged.family_id and r.until_at is null
order by turns.turn, judged.newest desc, judged.family_id
limit size offset skip
