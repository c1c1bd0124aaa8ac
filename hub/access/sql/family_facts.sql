-- The family a reference stands for at a moment, and what is true of somebody and it.
select r.reference, s.*
from families_familyreference r
cross join lateral hub.sight_facts(who, array[r.family_id], at) s
where r.reference = wanted and r.from_at <= at and coalesce(r.until_at > at, true)
