
-- When both agreed that it ends: the person's history says again what it said.
begin
    -- A history is never rewritten, but for this: its guard is asked to look away, here and no longer.
    set local pgtrigger.ignore = '{pgtrigger_append_only_fbde0}';
    update families_personhistoryrow h
    set given_names = r.given_names, family_name = r.family_name, known_as = r.known_as,
        search_name = r.search_name, birth_date = r.birth_date, birth_accuracy = r.birth_accuracy
    from sealed_sealed s
    cross join lateral jsonb_to_recordset(coalesce(s.past, '[]')) as r (
        id bigint, given_names varchar, family_name varchar, known_as varchar,
        search_name varchar, birth_date date, birth_accuracy varchar)
    where s.id = wanted and s.until_at is not null and s.ending_asked_by <> (select hub.actor_id())
      and s.id = any (hub.sealed_mine()) and h.pgh_id = r.id and h.pgh_obj_id = s.person;
    set local pgtrigger.ignore = '{}';
end
