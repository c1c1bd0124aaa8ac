-- Of pairs of families that look alike, those a coordinator looks at: one of them is in their own
-- locality and they see both (S19); nothing in either is sealed (S7); nobody has said that they are
-- two families, and no merge of them runs.
with asked as (
    select p.one, p.other, p.place
    from unnest(ones, others) with ordinality p(one, other, place)
    where p.one <> p.other and (select hub.actor_kind()) = 'practitioner'
), levels as materialized (
    select l.family_id
    from hub.sight_levels((select hub.actor_id()), array(
        select one from asked union select other from asked), moment) l
    where l.level >= 2
)
select a.place, a.one, a.other, r.reference, s.reference
from asked a
join levels on levels.family_id = a.one
join levels more on more.family_id = a.other
join families_familyreference r on r.family_id = a.one and r.until_at is null
join families_familyreference s on s.family_id = a.other and s.until_at is null
where exists (
        select from agencies_rolegrant g
        join families_family f on f.locality_id = g.locality_id and f.id in (a.one, a.other)
        where g.practitioner_id = (select hub.actor_id()) and g.code = 'coordinator'
          and g.since <= moment and coalesce(g.until > moment, true))
  and not exists (
        select from merging_notsame n
        where n.family_id = least(a.one, a.other) and n.other_id = greatest(a.one, a.other)
          and n.until_at is null)
  and not exists (
        select from merging_merge m
        where m.until_at is null
          and (m.family_id in (a.one, a.other) and m.kept_id in (a.one, a.other)
               or m.merged_at is not null and m.family_id in (a.one, a.other)))
  and not hub.something_sealed(a.one) and not hub.something_sealed(a.other)
order by a.place
