-- Whether a family's file is closed, because the family goes on in another: for as long as that
-- other one is kept. Who stops everything there has no closed file left here that nobody can open.
select exists (
    select from merging_merge m
    where m.family_id = wanted and m.merged_at is not null and m.until_at is null
      and exists (select from consent_agreement c
                  where c.family_id = m.kept_id and c.scope = 'keep'
                    and coalesce(c.until_at > clock_timestamp(), true)))
