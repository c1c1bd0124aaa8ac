-- The addresses, and the ways to reach somebody, that the actor added to a family since its places
-- are kept from them, and that nobody else has touched. They know these: one that vanished as it
-- was saved would tell of the mark. What they wrote before it, or somebody changed since, goes
-- with the rest.
select coalesce(array_agg(added.item), '{}')
from (
    select a.pgh_obj_id as item, a.family_id, a.from_at
    from families_addresshistoryrow a
    where a.family_id = any ((select hub.open_families('summary'))::bigint[])
      and a.family_id = any ((select hub.held_back())::bigint[])
      and a.by_kind = (select hub.actor_kind()) and a.by_id = (select hub.actor_id())
      and a.pgh_label = 'insert'
      and not exists (
          select from families_addresshistoryrow other
          where other.family_id = a.family_id and other.pgh_obj_id = a.pgh_obj_id
            and (other.by_kind, other.by_id) is distinct from (a.by_kind, a.by_id))
    union all
    select c.pgh_obj_id, c.family_id, c.from_at
    from families_contacthistoryrow c
    where c.family_id = any ((select hub.open_families('summary'))::bigint[])
      and c.family_id = any ((select hub.held_back())::bigint[])
      and c.by_kind = (select hub.actor_kind()) and c.by_id = (select hub.actor_id())
      and c.pgh_label = 'insert'
      and not exists (
          select from families_contacthistoryrow other
          where other.family_id = c.family_id and other.pgh_obj_id = c.pgh_obj_id
            and (other.by_kind, other.by_id) is distinct from (c.by_kind, c.by_id))
) added
where exists (
    select from consent_restriction r
    where r.family_id = added.family_id and r.item = r.family_id and r.until_at is null
      and r.from_at <= added.from_at
      and ((r.kept_from = 'practitioner' and r.kept_from_id in (
                select same.id from agencies_practitioner same
                join agencies_practitioner me on me.account_id = same.account_id
                where me.id = (select hub.actor_id())))
           or (r.kept_from = 'agency' and r.kept_from_id = (
                select me.agency_id from agencies_practitioner me
                where me.id = (select hub.actor_id())))))
