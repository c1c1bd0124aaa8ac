-- A page of somebody's families with their place in it, and the one after it, which only tells that
-- there is more; and at place 0 those of `also` that they may see and that are not on the page.
with page as materialized (
    select l.family_id, l.reference, l.locality_id, l.level, l.held_back,
           (row_number() over ())::int as place
    from hub.families_of(who, at, size + 1, skip) l
)
select * from page
union all
select o.family_id, o.reference, o.locality_id, o.level, o.held_back, 0
from hub.families_among(
    who,
    array(
        select distinct asked.family
        from unnest(also) asked(family)
        where not exists (
            select from page where page.family_id = asked.family and page.place <= size
        )
        order by 1
        limit most
    ),
    at
) o
order by place
