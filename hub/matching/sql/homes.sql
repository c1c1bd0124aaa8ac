-- Everybody in some groups, made ready to be compared.
select 0, e.id, e.person, e.group, e.prepared
from matching_entry e
where e.group = any (groups)
