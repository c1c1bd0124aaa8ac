-- The pairs of some entries as they are now, in place of those before, and that they were looked
-- at; not where one changed meanwhile, which waits on, or is gone. Nothing a page writes is held
-- but for this statement's own moment.
declare
    still bigint[];
begin
    select coalesce(array_agg(e.id), '{}') into still from (
        select id from matching_entry where id = any (entries || lefts || rights)
        order by id for key share
    ) e;
    delete from matching_pair p where (p.left_entry = any (entries) or p.right_entry = any (entries))
        and not exists (
            select from unnest(lefts, rights) found (l, r)
            where found.l = p.left_entry and found.r = p.right_entry);
    insert into matching_pair as p (left_entry, right_entry, left_person, right_person, left_group,
        right_group, probability, found_at)
    select l.id, r.id, l.person, r.person, l.group, r.group, found.probability, now()
    from unnest(lefts, rights, probabilities) found (l, r, probability)
    join matching_entry l on l.id = found.l join matching_entry r on r.id = found.r
    where l.id = any (still) and r.id = any (still)
        and l.group <> r.group and l.person <> r.person
    order by l.id, r.id
    on conflict (left_entry, right_entry) do update set probability = excluded.probability,
        left_person = excluded.left_person, right_person = excluded.right_person,
        left_group = excluded.left_group, right_group = excluded.right_group;
    delete from matching_waiting w using unnest(entries, marks) seen (entry, mark)
        where w.entry = seen.entry and w.mark = seen.mark;
end
