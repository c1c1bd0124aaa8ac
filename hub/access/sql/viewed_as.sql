-- As whom a family's file can be looked at: its members, and the practitioners recorded with it.
-- For the data protection officer, and for whoever has the family's record open.
select r.family_id, r.reference, who.kind, who.id, who.item, who.name, who.about, who.account,
       who.lost
from families_familyreference r
cross join lateral (
    select 'member' as kind, p.id, m.id as item,
           trim(concat(p.given_names, ' ', p.family_name))::text as name, m.part::text as about,
           null::bigint as account, m.loss <> '' as lost,
           array_position(array['adult', 'child', 'unborn'], m.part::text) as place
    from families_membership m join families_person p on p.id = m.person_id
    where m.family_id = r.family_id and m.from_at <= at and coalesce(m.until_at > at, true)
    union
    select 'practitioner', p.id, null, p.name::text, concat(p.role_title, ', ', a.name),
           p.account_id, false, 9
    from agencies_practitioner p join agencies_agency a on a.id = p.agency_id
    where p.left_at is null and p.account_id is not null and p.id in (
        select l.practitioner_id from access_lead l
        where l.family_id = r.family_id and l.from_at <= at and coalesce(l.until_at > at, true)
        union
        select i.practitioner_id from access_involvement i
        where i.family_id = r.family_id and i.from_at <= at and coalesce(i.until_at > at, true))
) who
where r.reference = wanted and r.from_at <= at and coalesce(r.until_at > at, true)
  and ((select hub.oversees()) or r.family_id = any (hub.open_families('record')))
order by who.place, who.name, who.id
