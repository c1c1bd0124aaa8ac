-- Entries by how many of the asked keys they share, a rare key weighing more; `line` is who asked.
with block as (
    select asked.line, found.numbers, 1 + ln(each::real / cardinality(found.numbers)) as weight
    from unnest(keys, lines) asked (key, line)
    cross join lateral (
        select array_agg(few.number) as numbers
        from (select k.number from matching_key k where k.key = asked.key limit each) few
    ) found
    where found.numbers is not null
), summed as (
    select block.line, one.number, sum(block.weight) as weight
    from block cross join lateral unnest(block.numbers) one (number)
    group by block.line, one.number
), ranked as (
    select line, number,
        row_number() over (partition by line order by weight desc, number) as place
    from summed
)
select r.line, e.id, e.person, e.group, e.given, e.middle, e.surname, e.known_as,
    e.former_surnames, e.sex, e.born, e.address, e.town, e.postcode, e.former_postcodes,
    e.phones, e.nhs
from ranked r join matching_entry e on e.number = r.number
where r.place <= most
