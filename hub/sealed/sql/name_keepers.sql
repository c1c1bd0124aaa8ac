
-- The officer names the two people of what has none; whether it was done. A page decides who they
-- may be; that they are two, work here and are not the officer is asked here once more.
begin
    if not (select hub.oversees()) or (select hub.actor_id()) in (first, second)
        or not exists (select from sealed_sealed s where s.id = wanted and s.until_at is null)
        or exists (select from sealed_keeper k where k.sealed_id = wanted and k.until_at is null)
        or (select count(distinct p.account_id) from agencies_practitioner p
            where p.id in (first, second) and p.left_at is null) <> 2
    then
        return false;
    end if;
    insert into sealed_keeper (id, sealed_id, practitioner_id, from_at)
    values (number, wanted, first, at), (other_number, wanted, second, at);
    return true;
end
