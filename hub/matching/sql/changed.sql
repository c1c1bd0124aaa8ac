-- An entry that is new or says something else waits to be looked at; one that is gone has no pairs.
begin
    if tg_op = 'DELETE' then
        delete from matching_waiting where entry = old.id;
        delete from matching_pair where left_entry = old.id;
        delete from matching_pair where right_entry = old.id;
    else
        insert into matching_waiting (entry, mark)
        values (new.id, nextval('matching_waiting_mark_seq'))
        on conflict (entry) do update set mark = excluded.mark;
    end if;
    return null;
end
