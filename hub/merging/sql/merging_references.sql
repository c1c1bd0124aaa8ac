-- What those of some families are called of which whoever acts sees the summary.
select r.family_id, r.reference
from hub.sight_levels((select hub.actor_id()), families, moment) l
join families_familyreference r on r.family_id = l.family_id and r.until_at is null
where l.level >= 2 and (select hub.actor_kind()) = 'practitioner'
