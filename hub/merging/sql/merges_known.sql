-- Merges as whoever acts may know of them: only of two families that they see both (S19). One by its
-- id, those of a family, or all that run where they coordinate. What is sealed in one of them ends
-- what was only proposed, without a word (S7).
with mine as (
    select g.locality_id from agencies_rolegrant g
    where g.practitioner_id = (select hub.actor_id()) and g.code = 'coordinator'
      and g.since <= moment and coalesce(g.until > moment, true)
), found as materialized (
    select m.*
    from merging_merge m
    where (select hub.actor_kind()) = 'practitioner'
      and case when wanted is not null then m.id = wanted
               when of_family is not null then of_family in (m.family_id, m.kept_id)
               else m.until_at is null and exists (
                   select from families_family f
                   where f.id in (m.family_id, m.kept_id)
                     and f.locality_id in (select locality_id from mine)) end
      and (m.merged_at is not null
           or not hub.something_sealed(m.family_id) and not hub.something_sealed(m.kept_id))
    order by m.proposed_at
    limit 200
), levels as materialized (
    select l.family_id, l.level
    from hub.sight_levels((select hub.actor_id()), array(
        select family_id from found union select kept_id from found), moment) l
)
select f.id, f.kept_id, f.family_id, k.reference, g.reference, f.proposed_at, f.kept_yes_at,
       f.gone_yes_at, f.merged_at, f.until_at,
       exists (select from access_lead l
               where l.family_id in (f.family_id, f.kept_id) and l.until_at is null
                 and l.practitioner_id = (select hub.actor_id()))
       or exists (select from families_family p
                  where p.id in (f.family_id, f.kept_id)
                    and p.locality_id in (select locality_id from mine))
from found f
join levels a on a.family_id = f.kept_id and a.level >= 1
join levels b on b.family_id = f.family_id and b.level >= 1
join families_familyreference k on k.family_id = f.kept_id and k.until_at is null
join families_familyreference g on g.family_id = f.family_id and g.until_at is null
order by f.proposed_at, f.id
