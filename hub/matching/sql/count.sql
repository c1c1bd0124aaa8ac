-- How many have each name that five or more have, and how many there are at all.
begin
    delete from matching_frequency;
    insert into matching_frequency (comparison, word, count)
        select 'given', given_word, count(*) from matching_entry
        where given_word <> '' group by 2 having count(*) >= 5
        union all
        select 'surname', surname_word, count(*) from matching_entry
        where surname_word <> '' group by 2 having count(*) >= 5
        union all
        select 'entries', '', count(*) from matching_entry;
end
