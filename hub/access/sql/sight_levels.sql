-- The policy of hub/access/rules.py for lists: each family's level and what is held back.
select s.family_id,
       case
           when not s.works or s.administrator or s.kept_from_them
               or (s.kept_from_agency and not s.lead) then 0
           else greatest(
               case when s.kept and s.stands and (s.shared or s.recorded) then
                   least(
                       case when s.lead then 4 when s.team then 3 when s.working then 2 else 0 end,
                       case when s.recorded or s.reach >= 3 then 4 else s.reach end)
                   else 0 end,
               case when s.kept and s.stands and s.shared then 1 else 0 end,
               case when s.kept and s.coordinator then 2 else 0 end,
               case when s.overridden then 2 else 0 end)
       end,
       -- Hardly any family has something held back, and asking a table of nothing takes time.
       case when s.held_from_them = '{}' and s.held_from_agency = '{}' then '{}'
            else array(select unnest(s.held_from_them)
                       union select item from unnest(s.held_from_agency) item
                             where not item = any (s.lifted)) end
from hub.sight_facts(who, families, at) s
