-- What is sealed, by code, for the data protection officer: neither whom nor which family.
select s.id, s.code, s.sealed_at, s.until_at,
       array(select p.name || ', ' || a.name from sealed_keeper k
             join agencies_practitioner p on p.id = k.practitioner_id
             join agencies_agency a on a.id = p.agency_id
             where k.sealed_id = s.id and k.until_at is null order by p.name, p.id),
       (select count(*)::int from sealed_look l where l.sealed_id = s.id),
       (select max(l.at) from sealed_look l where l.sealed_id = s.id)
from sealed_sealed s
where (select hub.oversees())
order by exists (select from sealed_keeper k where k.sealed_id = s.id and k.until_at is null),
         s.sealed_at desc, s.id
limit 500
