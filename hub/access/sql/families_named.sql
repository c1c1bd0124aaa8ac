-- Families somebody may see with a member of this name. Part of a name finds those they work
-- with; of any other, only the whole name does (S18).
with me as materialized (
    select p.id, p.agency_id,
           array(select g.locality_id from agencies_rolegrant g
                 where g.practitioner_id = p.id and g.code = 'coordinator'
                   and g.since <= at and coalesce(g.until > at, true))
               as coordinates
    from agencies_practitioner p
    where p.id = who
), mine as (
    select l.family_id from access_lead l where l.practitioner_id = who and l.until_at is null
    union
    select i.family_id from access_involvement i
    where i.practitioner_id = who and i.until_at is null
), found as (
    select m.family_id, m.id as membership
    from mine
    join families_membership m on m.family_id = mine.family_id and m.until_at is null
    join families_person p on p.id = m.person_id
    where p.search_name like all (array(
        select '%' || replace(replace(word, '%', ''), '_', '') || '%' from unnest(words) word))
    union
    -- Only who could see at all is asked about: a common name is in hundreds of families, and
    -- none of theirs may be lost in the crowd. Whether they do see is decided below.
    (select m.family_id, m.id
     from families_person p
     join families_membership m on m.person_id = p.id and m.until_at is null
     join families_family f on f.id = m.family_id
     cross join me
     where p.search_name = array_to_string(words, ' ')
       and (f.locality_id = any (me.coordinates)
            or exists (select from consent_agreement c
                       where c.agency_id = me.agency_id and c.family_id = m.family_id)
            or exists (select from consent_override v
                       where v.family_id = m.family_id
                         and v.shown_to_id in (me.id, me.agency_id)))
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
