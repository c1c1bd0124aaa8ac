-- A page of the families somebody leads or works with, newest first.
with mine as (
    select family_id, max(from_at) as newest
    from (select l.family_id, l.from_at from access_lead l
          where l.practitioner_id = who and l.until_at is null
          union all
          select i.family_id, i.from_at from access_involvement i
          where i.practitioner_id = who and i.until_at is null) both_ways
    group by family_id
)
select l.family_id, r.reference, f.locality_id, l.level, l.held_back
from hub.sight_levels(who, array(select family_id from mine), at) l
join mine using (family_id)
join families_family f on f.id = l.family_id
join families_familyreference r on r.family_id = l.family_id and r.until_at is null
where l.level > 0
order by mine.newest desc, l.family_id
limit size offset skip
