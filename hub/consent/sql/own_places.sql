-- The addresses that the actor added to a family since its places are kept from them, and that
-- nobody else has touched. They know these: one that vanished as it was saved would tell of the
-- mark. What they wrote before it, or somebody changed since, goes with the rest.
select coalesce(array_agg(added.pgh_obj_id), '{}')
from families_addresshistoryrow added
where added.family_id = any ((select hub.open_families('summary'))::bigint[])
  and added.family_id = any ((select hub.held_back())::bigint[])
  and added.by_kind = (select hub.actor_kind()) and added.by_id = (select hub.actor_id())
  and added.pgh_label = 'insert'
  and not exists (
      select from families_addresshistoryrow other
      where other.family_id = added.family_id and other.pgh_obj_id = added.pgh_obj_id
        and (other.by_kind, other.by_id) is distinct from (added.by_kind, added.by_id))
  and exists (
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
