-- Families somebody may see with a member of this name. Part of a name finds those they work
-- with; of any other, only the whole name does (S18).
with mine as (
    select l.family_id from access_lead l where l.practitioner_id = who and l.until_at is null
    union
    select i.family_id from access_involvement i
    where i.practitioner_id = who and i.until_at is null
), found as (
    select m.family_id, m.id as membership
    from mine
    join families_membership m on m.family_id = mine.family_id and m.until_at is null
    join families_person p on p.id = m.person_id
    where p.search_name like all (
        select '%' || replace(replace(word, '%', ''), '_', '') || '%' from unnest(words) word)
    union
    (select m.family_id, m.id
     from families_person p
     join families_membership m on m.person_id = p.id and m.until_at is null
     where p.search_name = array_to_string(words, ' ')
     limit 500)
)
select l.family_id, r.reference, f.locality_id, l.level, l.held_back
from hub.sight_levels(who, array(select distinct family_id from found), at) l
join families_family f on f.id = l.family_id
join families_familyreference r on r.family_id = l.family_id and r.until_at is null
where l.level > 0
  and exists (select from found
              where found.family_id = l.family_id and not found.membership = any (l.held_back))
order by l.level desc, l.family_id
limit size
