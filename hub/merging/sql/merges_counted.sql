-- How many merges were proposed, done and undone in some days, and how many pairs were said to be two
-- families: totals for the data protection officer, and no family's name or number.
select (select count(*) from merging_merge m where m.proposed_at >= since and m.proposed_at < until),
       (select count(*) from merging_merge m where m.merged_at >= since and m.merged_at < until),
       (select count(*) from merging_merge m
        where m.merged_at is not null and m.until_at >= since and m.until_at < until),
       (select count(*) from merging_notsame n where n.from_at >= since and n.from_at < until)
where (select hub.oversees())
