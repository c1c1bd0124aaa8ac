begin
    -- One at a time, so that of two begun in the same moment the second finds the first.
    perform pg_advisory_xact_lock(hashtext('merging_merge'));
    if new.until_at is null and exists (
        select from merging_merge m
        where m.id <> new.id and m.until_at is null
          and (m.family_id = new.kept_id or m.kept_id = new.family_id)
    ) then
        raise exception 'a file that goes on is not closed, nor the other way round'
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
