-- Of some families, however they were found, those that somebody may see.
select l.family_id, r.reference, f.locality_id, l.level, l.held_back
from hub.sight_levels(who, families, at) l
join families_family f on f.id = l.family_id
join families_familyreference r on r.family_id = l.family_id and r.until_at is null
where l.level > 0
order by l.family_id
