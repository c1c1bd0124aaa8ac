-- Entries by how many of the asked keys they share, a rare key weighing more; `line` is who asked.
with block as materialized (
    select asked.line, found.numbers, 1 + ln(each::real / cardinality(found.numbers)) as weight
    from unnest(keys, lines) asked (key, line)
    cross join lateral (
        select array_agg(few.number) as numbers
        from (select k.number from matching_key k where k.key = asked.key limit each) few
    ) found
    where found.numbers is not null
), ranked as (
    select who.line, best.number
    from (select distinct block.line from block) who
    cross join lateral (
        select one.number
        from block cross join lateral unnest(block.numbers) one (number)
        where block.line = who.line
        group by one.number
        order by sum(block.weight) desc, one.number
        limit most
    ) best
)
select r.line, e.id, e.person, e.group, e.prepared
from ranked r join matching_entry e on e.number = r.number
