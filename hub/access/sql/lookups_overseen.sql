-- Who looked up how often in some days, and the most that one hour or day held of what looks like
-- fishing. Counts and names of staff; fingerprints are compared here and shown to nobody (S22).
with asked as materialized (
    select * from access_lookupcheck c where c.at >= since and c.at < until
), counted as (
    select c.practitioner, count(*) filter (where not c.stopped) as checks,
           count(*) filter (where c.stopped) as stopped,
           count(*) filter (where c.says = 'nothing' and not c.stopped) as nothing
    from asked c group by c.practitioner
), surnames as (
    select h.practitioner, max(h.found) as most
    from (select c.practitioner, count(distinct c.surname) as found
          from asked c where c.surname <> '' group by c.practitioner, date_trunc('hour', c.at)) h
    group by h.practitioner
), dates as (
    select d.practitioner, max(d.found) as most
    from (select c.practitioner, count(distinct c.born) as found
          from asked c where c.surname <> '' and c.born <> ''
          group by c.practitioner, c.surname, date_trunc('day', c.at)) d
    group by d.practitioner
), places as (
    select d.practitioner, max(d.found) as most
    from (select c.practitioner, count(distinct c.surname || c.born) as found
          from asked c where c.place <> ''
          group by c.practitioner, c.place, date_trunc('day', c.at)) d
    group by d.practitioner
), registered as (
    select f.registered_by_id as practitioner, count(*) as families
    from families_family f where f.registered_at >= since and f.registered_at < until
    group by f.registered_by_id
)
select p.id, p.name, p.role_title, a.name, n.checks, n.stopped, coalesce(s.most, 0),
       coalesce(d.most, 0), coalesce(t.most, 0), n.nothing,
       coalesce(r.families, 0)
from counted n
join agencies_practitioner p on p.id = n.practitioner
join agencies_agency a on a.id = p.agency_id
left join surnames s on s.practitioner = p.id
left join dates d on d.practitioner = p.id
left join places t on t.practitioner = p.id
left join registered r on r.practitioner = p.id
where (select hub.oversees())
order by n.stopped desc, n.checks desc, p.id
limit 500
