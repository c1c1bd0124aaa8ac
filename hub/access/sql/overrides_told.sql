-- To whom an open family's summary is shown without agreement at a moment, where the family was
-- told: what it was not told of leaves no trace in what it may be shown (S14). From whom the place
-- is kept, only their own: an agency tells where a family is (S3).
select v.shown_to, v.shown_to_id
from consent_override v
where v.family_id = family and family = any ((select hub.open_families('summary'))::bigint[])
  and v.item is null and v.from_at <= at and v.until_at > at
  and (v.told_family or v.told_at is not null)
  and (not family = any ((select hub.held_back())::bigint[])
       or v.shown_to_id in ((select hub.actor_id()), (select hub.agency_of_actor())))
