-- Many entries in one call; always in one order, so that two who do so do not wait for each other.
declare
    one record;
begin
    for one in
        select * from jsonb_to_recordset(entries) as e (id bigint, person bigint, "group" bigint,
            given_word text, surname_word text, prepared text, keys int[])
        order by id
    loop
        perform hub.matching_keep(one.id, one.person, one.group, one.given_word,
            one.surname_word, one.prepared, one.keys);
    end loop;
end
