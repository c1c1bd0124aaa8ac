-- Entries and their keys, for good.
begin
    delete from matching_key k using (
        select e.number, unnest(e.keys) as key from matching_entry e where e.id = any (entries)
    ) gone where k.key = gone.key and k.number = gone.number;
    delete from matching_entry where id = any (entries);
end
