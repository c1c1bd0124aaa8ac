
-- By whoever sealed it, once: what the person's history said goes into what is sealed, and from then
-- on the history says what stands now. Of a whole person it is hidden with them, and stays.
declare
    found sealed_sealed;
begin
    select s.* into found from sealed_sealed s
    where s.id = wanted and not s.whole and s.past is null
      and s.sealed_by_id = (select hub.actor_id())
      and s.family = any ((select hub.open_families('record'))::bigint[])
      and exists (select from families_membership m
                  where m.family_id = s.family and m.person_id = s.person);
    if found.id is null then
        return;
    end if;
    update sealed_sealed set past = coalesce(
        (select jsonb_agg(jsonb_build_object(
            'id', h.pgh_id, 'given_names', h.given_names, 'family_name', h.family_name,
            'known_as', h.known_as, 'search_name', h.search_name, 'birth_date', h.birth_date,
            'birth_accuracy', h.birth_accuracy) order by h.pgh_id)
         from families_personhistoryrow h where h.pgh_obj_id = found.person), '[]')
    where id = found.id;
    -- A history is never rewritten, but for this: its guard is asked to look away, here and no longer.
    set local pgtrigger.ignore = '{pgtrigger_append_only_fbde0}';
    update families_personhistoryrow h
    set given_names = p.given_names, family_name = p.family_name, known_as = p.known_as,
        search_name = p.search_name, birth_date = p.birth_date, birth_accuracy = p.birth_accuracy
    from families_person p
    where p.id = found.person and h.pgh_obj_id = p.id;
    set local pgtrigger.ignore = '{}';
end
