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
    insert into matching_entry as e (id, number, person, "group", given, middle, surname, known_as,
        sex, born, address, town, postcode, nhs, given_word, surname_word,
        prepared, former_surnames, former_postcodes, phones, keys)
    values (its_id, known.number, its_person, its_group, texts[1], texts[2], texts[3], texts[4],
        texts[5], texts[6], texts[7], texts[8], texts[9], texts[10], texts[11], texts[12],
        texts[13], its_former_surnames, its_former_postcodes, its_phones, its_keys)
    on conflict (id) do update set person = excluded.person, "group" = excluded.group,
        given = excluded.given, middle = excluded.middle, surname = excluded.surname,
        known_as = excluded.known_as, sex = excluded.sex, born = excluded.born,
        address = excluded.address, town = excluded.town, postcode = excluded.postcode,
        nhs = excluded.nhs, given_word = excluded.given_word,
        surname_word = excluded.surname_word, prepared = excluded.prepared,
        former_surnames = excluded.former_surnames,
        former_postcodes = excluded.former_postcodes, phones = excluded.phones,
        keys = excluded.keys;
end
