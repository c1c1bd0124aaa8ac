-- Everybody in some groups, as searches compare them.
select 0, e.id, e.person, e.group, e.given, e.middle, e.surname, e.known_as,
    e.former_surnames, e.sex, e.born, e.address, e.town, e.postcode, e.former_postcodes,
    e.phones, e.nhs
from matching_entry e
where e.group = any (groups)
