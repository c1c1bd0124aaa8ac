-- Where agencies stand at a moment, so that a family's yes to them counts (S12); one agency, or all
-- when `one` is null. They stand where they are party to a sharing agreement in force that is there
-- to help families (2.63), and everywhere when they accepted the terms that count. A yes to sharing
-- counts that was given `since`: an agreement renewed for more than before asks again (2.74).
select stands.agency, stands.place, min(stands.since)
from (
    select y.agency_id as agency, s.locality_id as place,
           coalesce(s.asks_from, '-infinity') as since
    from agencies_sharingparty y
    join agencies_sharingagreement s on s.id = y.agreement_id
    where (one is null or y.agency_id = one) and 'help' = any (s.purposes)
      and y.from_at <= at and coalesce(y.until_at > at, true)
      and s.from_at <= at and coalesce(s.until_at > at, true)
    union all
    select x.agency_id, l.id, '-infinity'
    from agencies_termsacceptance x
    join agencies_terms t on t.id = x.terms_id
    cross join agencies_locality l
    where (one is null or x.agency_id = one)
      and x.from_at <= at and coalesce(x.until_at > at, true)
      and not exists (select from agencies_terms newer
                      where newer.published_at > t.published_at and newer.counts_from <= at)
) stands
group by stands.agency, stands.place
