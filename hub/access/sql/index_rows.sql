-- What the index is to say of who is in a family, and of the same people in any other family of
-- theirs, since who somebody is is the same everywhere (S2). For a change that has the family open
-- as a whole; and family after family for the hub's own job that fills the index.
-- Searched for is who is there now: not who left or died, not who is not born yet, not who is sealed
-- (S7), and of the adults who said yes to something themselves (S11). A family's record rests on
-- the first adult's yes; the others stay names until they were asked.
with people as (
    select distinct m.person_id as person
    from families_membership m
    where m.family_id = any (case
        when wanted is not null
             and (wanted = any (hub.open_families('record')) or (select hub.actor_kind()) = 'job')
            then array[wanted]
        when wanted is null and (select hub.actor_kind()) = 'job'
            then array(select f.id from families_family f where f.id > after order by f.id limit size)
        else '{}' end)
)
select m.id, m.person_id, m.family_id,
       m.until_at is null and m.loss = '' and m.part <> 'unborn'
           and not exists (select from sealed_sealed s
                           where s.person = m.person_id and s.whole and s.until_at is null)
           and (m.part = 'child' or exists (
               select from consent_agreement c
               where c.family_id = m.family_id and c.given_by_id = m.person_id
                 and (c.until_at is null or c.until_at > now() and c.ended_by_id is null))),
       p.given_names, p.family_name, p.known_as, p.birth_date, p.birth_accuracy,
       array(select distinct h.family_name from families_personhistoryrow h
             where h.pgh_obj_id = p.id and h.family_name not in ('', p.family_name) order by 1),
       coalesce(home.lines, ''), coalesce(home.postcode, ''),
       array(select distinct a.postcode
             from families_householdmember l
             join families_addresshistoryrow a on a.family_id = m.family_id
                  and a.pgh_obj_id = l.address_id
             where l.family_id = m.family_id and l.person_id = m.person_id
               and a.postcode not in ('', coalesce(home.postcode, '')) order by 1),
       array(select distinct c.value
             from families_contact c
             left join families_membership other on other.family_id = m.family_id
                  and other.person_id = c.person_id and other.until_at is null
             where c.family_id = m.family_id and c.kind = 'phone' and c.until_at is null
               -- A child is asked about with a parent's telephone number.
               and (c.person_id = m.person_id or m.part = 'child' and other.part = 'adult')
             order by 1),
       coalesce((select i.nhs_number from families_identifiers i
                 where i.person_id = m.person_id order by i.id limit 1), '')
from people
join families_membership m on m.person_id = people.person
join families_person p on p.id = m.person_id
left join lateral (
    select a.lines, a.postcode
    from families_householdmember l
    join families_address a on a.id = l.address_id and a.until_at is null
    where l.family_id = m.family_id and l.person_id = m.person_id and l.until_at is null
    order by a.from_at desc, a.id limit 1
) home on true
order by m.family_id, m.id
