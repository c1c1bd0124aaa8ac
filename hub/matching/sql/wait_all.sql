-- Everybody waits to be looked at.
begin
    insert into matching_waiting (entry, mark)
    select e.id, nextval('matching_waiting_mark_seq') from matching_entry e
    on conflict (entry) do nothing;
end
