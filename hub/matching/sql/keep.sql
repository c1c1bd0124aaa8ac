-- One entry and its keys, in place of what was kept of it before.
declare
    known record;
begin
    -- Two who keep one entry at once come one after the other.
    perform pg_advisory_xact_lock(hashtextextended('matching', its_id));
    select e.number, e.keys into known from matching_entry e where e.id = its_id;
    if not found then
        known.number := nextval('matching_entry_number_seq');
        known.keys := '{}';
    end if;
    delete from matching_key where number = known.number and key = any (
        array(select unnest(known.keys) except select unnest(its_keys)));
    insert into matching_key (key, number)
        select k, known.number from (select unnest(its_keys) except select unnest(known.keys)) new (k);
    insert into matching_entry as e
        (id, number, person, "group", given_word, surname_word, prepared, keys)
    values (its_id, known.number, its_person, its_group, its_given_word, its_surname_word,
        its_prepared, its_keys)
    on conflict (id) do update set person = excluded.person, "group" = excluded.group,
        given_word = excluded.given_word, surname_word = excluded.surname_word,
        prepared = excluded.prepared, keys = excluded.keys;
end
