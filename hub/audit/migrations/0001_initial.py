"""The journal's two tables: closed to every page, written by the door's functions, append only."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models

from hub.audit.encoding import CANONICAL_SQL
from hub.database import functions, wall

# References as PostgreSQL writes them: names with numbers, codes, true, false or null; no text.
VALUE = r'("[a-z0-9_.-]{1,60}"|-?[0-9]{1,19}|true|false|null)'
REFERENCE = rf'"[a-z0-9_]{{1,40}}": {VALUE}'
REFERENCES = rf"^\{{({REFERENCE}(, {REFERENCE})*)?\}}$"

# Triggers fire for everybody and in every mode; the owner can drop them, and verify finds what
# was changed without them.
APPEND_ONLY = [
    f"alter table audit_entry add constraint entry_refers_and_does_not_tell check (refs::text ~ '{REFERENCES}')",
    """
    create function hub.journal_refuses() returns trigger language plpgsql as $$
    begin
      raise exception 'The journal is append only: % on % is refused', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
    end $$
    """,
    """
    create function hub.journal_head_moves_on() returns trigger language plpgsql as $$
    begin
      if new.kind <> old.kind or new.id <> old.id or new.last_number <= old.last_number then
        raise exception 'The head of a chain only moves on'
          using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$
    """,
    "create trigger entry_is_never_changed before update or delete on audit_entry for each row execute function hub.journal_refuses()",
    "create trigger entry_is_never_emptied before truncate on audit_entry for each statement execute function hub.journal_refuses()",
    "create trigger chain_is_never_deleted before delete on audit_chain for each row execute function hub.journal_refuses()",
    "create trigger chain_is_never_emptied before truncate on audit_chain for each statement execute function hub.journal_refuses()",
    "create trigger chain_moves_on before update on audit_chain for each row execute function hub.journal_head_moves_on()",
    "alter table audit_entry enable always trigger entry_is_never_changed",
    "alter table audit_entry enable always trigger entry_is_never_emptied",
    "alter table audit_chain enable always trigger chain_is_never_deleted",
    "alter table audit_chain enable always trigger chain_is_never_emptied",
    "alter table audit_chain enable always trigger chain_moves_on",
    # Every line moves its head: room in the page keeps that a small, local change.
    "alter table audit_chain set (fillfactor = 70)",
]
NOT_APPEND_ONLY = [
    "drop function if exists hub.journal_refuses() cascade",
    "drop function if exists hub.journal_head_moves_on() cascade",
]

# Makes the chains that are not there yet, locks all of them and gives their heads. Chains are made
# and locked in one order by everybody, so that two transactions never wait for each other.
HEADS = """
begin
  insert into audit_chain (kind, id, last_number, last_hash, moved_by)
    select w.kind, w.id, 0, '', 0
    from (select distinct u.kind, u.id from unnest(kinds, ids) as u (kind, id)) w
    order by w.kind collate "C", w.id
    on conflict do nothing;
  return query
    select c.kind, c.id, c.last_number, c.last_hash
    from audit_chain c join unnest(kinds, ids) as w (kind, id) on c.kind = w.kind and c.id = w.id
    order by c.kind collate "C", c.id
    for update of c;
end
"""

# Adds lines and moves their heads, or does neither: each line has to follow the one before it and
# the first of a chain its head, so that a fault in our code cannot fork a chain.
APPEND = """
declare
  chains bigint;
  moved bigint;
begin
  with added as (
    insert into audit_entry (chain_kind, chain_id, number, at, event, actor_kind, actor_id, job,
                             agency_id, family_id, families, purpose, refs, prev_hash, hash)
    select l.chain_kind, l.chain_id, l.number, l.at, l.event, l.actor_kind, l.actor_id, l.job,
           l.agency_id, l.family_id, l.families, l.purpose, l.refs,
           decode(l.prev_hash, 'hex'), decode(l.hash, 'hex')
    from jsonb_to_recordset(lines) as l (
      chain_kind text, chain_id bigint, number bigint, at timestamptz, event text,
      actor_kind text, actor_id bigint, job text, agency_id bigint, family_id bigint,
      families bigint[], purpose text, refs jsonb, prev_hash text, hash text)
    returning chain_kind as kind, chain_id as id, number, prev_hash, hash
  ), linked as (
    select a.*, lag(a.hash) over (partition by a.kind, a.id order by a.number) as expected
    from added a
  ), ends as (
    select l.kind, l.id, min(l.number) as first, max(l.number) as last, count(*) as lines,
           (array_agg(l.prev_hash order by l.number))[1] as before,
           (array_agg(l.hash order by l.number desc))[1] as after,
           bool_and(l.expected is null or l.expected = l.prev_hash) as unbroken
    from linked l group by l.kind, l.id
  ), heads as (
    update audit_chain c
    set last_number = e.last, last_hash = e.after,
        moved_by = pg_current_xact_id()::text::bigint
    from ends e
    where c.kind = e.kind and c.id = e.id and e.unbroken
      and c.last_number = e.first - 1 and c.last_hash = e.before
      and e.last - e.first + 1 = e.lines
    returning 1
  )
  select (select count(*) from ends), (select count(*) from heads) into chains, moved;
  if chains <> moved then
    raise exception 'A line of the journal does not follow the head of its chain';
  end if;
end
"""

# The heads that transactions from `since` on may have moved: sealing writes these.
MOVED = """
  select c.kind, c.id, c.last_number, c.last_hash from audit_chain c
  where c.moved_by >= since and c.last_number > 0
"""

# The lines after given places of chains, as they are hashed: sealing follows them.
LINES_AFTER = f"""
  select w.kind, w.id, {CANONICAL_SQL} || '|' || encode(hash, 'hex')
  from unnest(kinds, ids, numbers) as w (kind, id, after)
  join audit_entry e on e.chain_kind = w.kind and e.chain_id = w.id and e.number > w.after
  order by w.kind collate "C", w.id, e.number
"""

# Who has looked at a family, newest first, for an actor who has its record open (S30).
OF_FAMILY = """
  select e.at, e.event, e.actor_kind, e.actor_id, e.job, e.agency_id, e.purpose, e.refs
  from (
    (select * from audit_entry f where f.chain_kind = 'family' and f.chain_id = family
     order by f.number desc limit greatest(start, 0) + least(many, 200))
    union all
    (select * from audit_entry l where l.families @> array[family] and l.families <> '{}'
     order by l.at desc limit greatest(start, 0) + least(many, 200))
  ) e
  where family = any ((select hub.open_families('record'))::bigint[])
  order by e.at desc, e.number desc
  limit least(many, 200) offset greatest(start, 0)
"""

# Which families an actor had before them in a stretch of time (S34).
OPENED_BY = """
  select e.at, e.event, e.family_id, e.families, e.purpose
  from audit_entry e
  where e.actor_kind = who and e.actor_id = whose and e.at >= since and e.at < until
    and (e.family_id is not null or e.families <> '{}')
  order by e.at, e.number limit 10000
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [("database", "0001_settings")]

    operations = [
        migrations.CreateModel(
            name="Chain",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "kind", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "kind",
                    models.TextField(
                        choices=[
                            ("family", "Family"),
                            ("practitioner", "Practitioner"),
                            ("member", "Member"),
                            ("job", "Job"),
                        ]
                    ),
                ),
                ("id", models.BigIntegerField()),
                ("last_number", models.BigIntegerField(default=0)),
                ("last_hash", models.BinaryField(default=b"")),
                ("moved_by", models.BigIntegerField(default=0)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["family", "practitioner", "member", "job"])
                        ),
                        name="chain_is_of_a_known_kind",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "chain_kind",
                        "chain_id",
                        "number",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "chain_kind",
                    models.TextField(
                        choices=[
                            ("family", "Family"),
                            ("practitioner", "Practitioner"),
                            ("member", "Member"),
                            ("job", "Job"),
                        ]
                    ),
                ),
                ("chain_id", models.BigIntegerField()),
                ("number", models.BigIntegerField()),
                ("at", models.DateTimeField()),
                ("event", models.TextField()),
                ("actor_kind", models.TextField()),
                ("actor_id", models.BigIntegerField()),
                ("job", models.TextField(blank=True, default="")),
                ("agency_id", models.BigIntegerField(null=True)),
                ("family_id", models.BigIntegerField(null=True)),
                (
                    "families",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                ("purpose", models.TextField(blank=True, default="")),
                ("refs", models.JSONField(default=dict)),
                ("prev_hash", models.BinaryField()),
                ("hash", models.BinaryField()),
            ],
            options={
                "verbose_name_plural": "entries",
                "indexes": [
                    models.Index(fields=["actor_kind", "actor_id", "at"], name="entry_by_actor"),
                    django.contrib.postgres.indexes.GinIndex(
                        condition=models.Q(("families", []), _negated=True),
                        fields=["families"],
                        name="entry_by_listed",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("chain_kind", "family"), ("family_id", models.F("chain_id"))),
                            models.Q(
                                models.Q(("chain_kind", "family"), _negated=True),
                                ("family_id", None),
                            ),
                            _connector="OR",
                        ),
                        name="entry_of_a_family_is_in_its_chain",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("event__regex", "^[a-z0-9_.-]{1,60}$"),
                            ("actor_kind__regex", "^[a-z0-9_.-]{1,60}$"),
                            models.Q(
                                ("job", ""), ("job__regex", "^[a-z0-9_.-]{1,60}$"), _connector="OR"
                            ),
                            models.Q(
                                ("purpose", ""),
                                ("purpose__regex", "^[a-z0-9_.-]{1,60}$"),
                                _connector="OR",
                            ),
                        ),
                        name="entry_holds_codes_and_no_text",
                    ),
                ],
            },
        ),
        migrations.RunSQL(APPEND_ONLY, reverse_sql=NOT_APPEND_ONLY),
        wall.closed("audit_chain", door_writes=True),
        wall.closed("audit_entry", door_writes=True),
        functions.definer(
            "hub.journal_heads(kinds text[], ids bigint[])",
            HEADS,
            returns="table (kind text, id bigint, last_number bigint, last_hash bytea)",
            language="plpgsql",
            volatility="volatile",
        ),
        functions.definer(
            "hub.journal_append(lines jsonb)",
            APPEND,
            returns="void",
            language="plpgsql",
            volatility="volatile",
        ),
        functions.definer(
            "hub.journal_moved(since bigint)",
            MOVED,
            returns="table (kind text, id bigint, last_number bigint, last_hash bytea)",
            to="hub_worker, hub_owner",
        ),
        functions.definer(
            "hub.journal_lines_after(kinds text[], ids bigint[], numbers bigint[])",
            LINES_AFTER,
            returns="table (kind text, id bigint, line text)",
            to="hub_worker, hub_owner",
        ),
        functions.definer(
            "hub.journal_of_family(family bigint, start int, many int)",
            OF_FAMILY,
            returns=(
                "table (at timestamptz, event text, actor_kind text, actor_id bigint, job text,"
                " agency_id bigint, purpose text, refs jsonb)"
            ),
        ),
        functions.definer(
            "hub.journal_opened_by(who text, whose bigint, since timestamptz, until timestamptz)",
            OPENED_BY,
            returns=(
                "table (at timestamptz, event text, family_id bigint, families bigint[],"
                " purpose text)"
            ),
        ),
    ]
