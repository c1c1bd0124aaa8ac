-- One look-up written down, and each family that was hidden in its answer; a family that somebody
-- asked about twice on one day waits once. One statement whatever was found.
with me as (
    select p.id, p.account_id, p.agency_id from agencies_practitioner p
    where p.id = (select hub.actor_id()) and (select hub.actor_kind()) = 'practitioner'
), written as (
    insert into access_lookupcheck (id, practitioner, account, agency, at, purpose, people, surname,
                                    born, place, says, stopped)
    select new_id, me.id, me.account_id, me.agency_id, moment, what_for, how_many, surname_mark,
           born_mark, place_mark, said, was_stopped
    from me
    returning 1
)
insert into access_hiddenmatch (id, family, practitioner, at, purpose, surely)
select h.id, h.family, me.id, moment, what_for, h.surely
from me, unnest(hidden_ids, hidden, hidden_surely) as h (id, family, surely)
where not exists (
    select from access_hiddenmatch m
    where m.family = h.family and m.practitioner = me.id and m.at > moment - interval '1 day')
