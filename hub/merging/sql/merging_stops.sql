-- Whether two files must stay apart for somebody's safety: something is sealed in one (S7), somebody
-- in one may have no contact with another, one hides where it is or keeps itself from somebody.
-- Says not which, and is asked by who has both open.
select not array[one, other] <@ hub.open_families('signpost')
    or hub.something_sealed(one) or hub.something_sealed(other)
    or exists (select from consent_ordereffect e
               where e.family_id in (one, other) and e.effect = 'no_contact' and e.until_at is null)
    or exists (select from consent_restriction k
               where k.family_id in (one, other) and (k.item is null or k.item in (one, other))
                 and k.from_at <= moment and coalesce(k.until_at > moment, true))
    or exists (select from families_address a
               where a.family_id in (one, other) and a.held_by <> '' and a.until_at is null)
