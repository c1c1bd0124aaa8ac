-- What is true of one practitioner and each of some families at a moment: the inputs of
-- hub/access/rules.py, a row a family that exists. What is kept from somebody is kept from them in
-- every agency they work for: it goes by their account. What they may see goes by each job alone.
with me as (
    select p.id, p.agency_id,
           array(select same.id from agencies_practitioner same
                 where same.account_id = p.account_id) as jobs,
           p.joined_at <= at and coalesce(p.left_at > at, true)
               and a.opened_at <= at and coalesce(a.closed_at > at, true) as works,
           held.administrator, held.coordinates,
           -- Asked once for all the families: asked family by family this took half the time.
           array(select l.family_id from access_lead l
                 where l.family_id = any (families) and l.practitioner_id = who
                   and l.from_at <= at and coalesce(l.until_at > at, true)) as leads,
           recorded.teams, recorded.works_with
    from agencies_practitioner p
    join agencies_agency a on a.id = p.agency_id
    cross join lateral (
        select coalesce(bool_or(g.code = 'administrator'), false) as administrator,
               coalesce(array_agg(g.locality_id) filter (where g.code = 'coordinator'), '{}')
                   as coordinates
        from agencies_rolegrant g
        where g.practitioner_id = p.id and g.since <= at and coalesce(g.until > at, true)
    ) held
    cross join lateral (
        select coalesce(array_agg(i.family_id) filter (where i.kind = 'team'), '{}') as teams,
               coalesce(array_agg(i.family_id) filter (where i.kind = 'working'), '{}')
                   as works_with
        from access_involvement i
        where i.family_id = any (families) and i.practitioner_id = p.id
          and i.from_at <= at and coalesce(i.until_at > at, true)
    ) recorded
    where p.id = who
), standing as materialized (  -- where a yes to their agency counts, and since when given (S12)
    select place.locality_id, place.since
    from agencies_practitioner p cross join lateral hub.standing(p.agency_id, at) place
    where p.id = who
)
select f.id, f.locality_id, me.works, me.administrator,
       coalesce(agreed.kept, false), coalesce(agreed.recorded, false),
       coalesce(agreed.shared, false), coalesce(agreed.reach, 0), standing.since is not null,
       f.id = any (me.leads), f.id = any (me.teams), f.id = any (me.works_with),
       f.locality_id = any (me.coordinates),
       coalesce(kept.from_them, false), coalesce(kept.from_agency, false),
       -- Who stopped everything is shown without agreement for serious harm alone (2.61, 2.75).
       coalesce(o.harm or o.whole and agreed.kept, false),
       -- What is sealed is held back from everybody, and nothing lifts it (S7).
       coalesce(kept.held_from_them, '{}') || secret.items, coalesce(kept.held_from_agency, '{}'),
       coalesce(o.lifted, '{}')
from families_family f
cross join me
left join standing on standing.locality_id = f.locality_id
left join lateral (
    select bool_or(c.scope = 'record') and bool_or(c.scope = 'keep') as kept,
           bool_or(c.scope = 'record' and c.agency_id = me.agency_id) as recorded,
           bool_or(c.scope = 'share' and c.agency_id = me.agency_id
                   and c.from_at >= coalesce(standing.since, '-infinity')) as shared,
           -- One holder's narrower yes does not narrow another's (S8): the widest one counts.
           max(c.reach) filter (where c.scope = 'share' and c.agency_id = me.agency_id
                   and c.from_at >= coalesce(standing.since, '-infinity'))::int as reach
    from consent_agreement c  -- by the index of those in force: what ended is never read again
    where c.family_id = f.id and coalesce(c.until_at, 'infinity') > at and c.from_at <= at
) agreed on true
left join lateral (
    select bool_or(r.item is null and r.kept_from = 'practitioner') as from_them,
           bool_or(r.item is null and r.kept_from = 'agency') as from_agency,
           array_agg(r.item) filter (where r.item is not null and r.kept_from = 'practitioner')
               as held_from_them,
           array_agg(r.item) filter (where r.item is not null and r.kept_from = 'agency')
               as held_from_agency
    from unnest(me.agency_id || me.jobs) mine
    cross join lateral (  -- one look-up each: a family may keep things from hundreds of others
        select * from consent_restriction one
        where one.family_id = f.id and one.kept_from_id = mine
        offset 0
    ) r
    where r.from_at <= at and coalesce(r.until_at > at, true)
      and r.kept_from = case when mine = me.agency_id then 'agency' else 'practitioner' end
) kept on true
cross join lateral (
    select array(
        select m.id from sealed_sealed s
        join families_membership m on m.person_id = s.person and m.family_id = f.id
        where s.whole and s.sealed_at <= at and coalesce(s.until_at > at, true)
        union all
        select unnest(s.items) from sealed_sealed s
        where s.family = f.id and s.sealed_at <= at and coalesce(s.until_at > at, true)) as items
) secret
left join lateral (
    select bool_or(v.item is null) as whole,
           bool_or(v.item is null and v.ground = 'harm') as harm,
           array_agg(v.item) filter (where v.item is not null and v.ground = 'harm') as lifted
    from consent_override v
    where v.family_id = f.id and v.from_at <= at and v.until_at > at
      and ((v.shown_to = 'practitioner' and v.shown_to_id = me.id)
           or (v.shown_to = 'agency' and v.shown_to_id = me.agency_id))
) o on true
where f.id = any (families)
