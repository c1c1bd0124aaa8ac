-- Whether every adult of both files of a merge said yes to it, alone, also those kept from whoever
-- asks (S21): of each the last answer counts. Asked by who has both open.
select exists (
    select from merging_merge m
    where m.id = wanted and array[m.family_id, m.kept_id] <@ hub.open_families('signpost')
) and not exists (
    select from merging_merge m
    join families_membership a on a.family_id in (m.family_id, m.kept_id)
    where m.id = wanted and a.part = 'adult' and a.until_at is null and a.loss = ''
      and not coalesce((
          select q.said_yes from merging_adultasked q
          join families_membership same on same.id = q.member_id
          where q.merge_id = m.id and q.family_id = a.family_id and same.person_id = a.person_id
          order by q.asked_at desc, q.id limit 1), false))
