-- How often whoever acts, in any of their jobs, and their agency have looked up in the last hour and
-- the last day; and whether any family keeps anything from them, so that what they search is also
-- searched without it: that is asked for all families at once, and never for one that was typed.
select theirs.in_hour, theirs.in_day, ours.in_hour, ours.in_day,
       exists (
           select from consent_restriction k
           where k.item is not null and k.until_at is null
             and k.kept_from_id = any (me.agency_id || array(
                 select same.id from agencies_practitioner same
                 where same.account_id = me.account_id)))
from agencies_practitioner me
cross join lateral (
    select count(*) filter (where c.at > moment - interval '1 hour') as in_hour, count(*) as in_day
    from access_lookupcheck c
    where c.account = me.account_id and c.at > moment - interval '1 day' and not c.stopped
) theirs
cross join lateral (
    select count(*) filter (where c.at > moment - interval '1 hour') as in_hour, count(*) as in_day
    from access_lookupcheck c
    where c.agency = me.agency_id and c.at > moment - interval '1 day' and not c.stopped
) ours
where me.id = (select hub.actor_id()) and (select hub.actor_kind()) = 'practitioner'
