-- Whether an identity in a family is sealed: it stays outside merges, for everybody (S7).
select exists (
    select from sealed_sealed s
    where s.until_at is null
      and (s.family = wanted
           or s.person in (select m.person_id from families_membership m
                           where m.family_id = wanted)))
