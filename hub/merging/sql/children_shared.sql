-- Of an open family its children who have another home, and what the family is called that they have
-- it in: only to who sees the child there too (S19), and not where anybody of either is sealed (S7).
-- Both members' own walls are asked again here, as the other family is not open.
with found as materialized (
    select s.member_id, s.same_id, s.family_id, s.other_id
    from merging_sharedchild s
    join merging_notsame n on n.id = s.not_same_id and n.until_at is null
    where of_family in (s.family_id, s.other_id) and (select hub.actor_kind()) = 'practitioner'
      and of_family = any (hub.open_families('summary'))
      and not hub.something_sealed(s.family_id) and not hub.something_sealed(s.other_id)
), levels as materialized (
    select l.family_id, l.held_back
    from hub.sight_levels((select hub.actor_id()), array(
        select family_id from found union select other_id from found), moment) l
    where l.level >= 2
)
select case when f.family_id = of_family then f.member_id else f.same_id end, r.reference
from found f
join levels a on a.family_id = f.family_id and not f.member_id = any (a.held_back)
join levels b on b.family_id = f.other_id and not f.same_id = any (b.held_back)
join families_membership m on m.id = f.member_id and m.until_at is null
join families_membership o on o.id = f.same_id and o.until_at is null
join families_familyreference r on r.until_at is null
    and r.family_id = case when f.family_id = of_family then f.other_id else f.family_id end
order by 1, 2
