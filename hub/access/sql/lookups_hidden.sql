-- What waits for a coordinator behind: families of their own localities that somebody asked about
-- and was told nothing of. Whoever a family is kept from sees none of it, as everywhere.
with mine as (
    select array_agg(g.locality_id) as places
    from agencies_rolegrant g
    where g.practitioner_id = (select hub.actor_id())
      and (select hub.actor_kind()) = 'practitioner' and g.code = 'coordinator'
      and g.since <= moment and coalesce(g.until > moment, true)
), waits as materialized (
    select h.*, f.locality_id
    from mine
    join families_family f on f.locality_id = any (mine.places)
    join access_hiddenmatch h on h.family = f.id and h.dealt_at is null
    order by h.at
    limit least(size, 200)
)
select w.id, w.family, r.reference, w.at, w.purpose, w.surely, p.name, p.role_title, a.name, p.phone
from waits w
join hub.sight_levels((select hub.actor_id()), array(select distinct family from waits), moment) l
    on l.family_id = w.family and l.level >= 2
join families_familyreference r on r.family_id = w.family and r.until_at is null
join agencies_practitioner p on p.id = w.practitioner
join agencies_agency a on a.id = p.agency_id
order by w.at, w.id
