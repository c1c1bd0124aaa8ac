-- Many entries in one call; always in one order, so that two who do so do not wait for each other.
declare
    one record;
begin
    for one in
        select * from jsonb_to_recordset(entries) as e (id bigint, person bigint, "group" bigint,
            texts text[], surnames text[], postcodes text[], phones text[], keys int[])
        order by id
    loop
        perform hub.matching_keep(one.id, one.person, one.group, one.texts, one.surnames,
            one.postcodes, one.phones, one.keys);
    end loop;
end
