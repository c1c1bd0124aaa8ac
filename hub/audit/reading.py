"""One chain's lines as text, for whoever runs the hub and stands at the machine."""

import json
from collections.abc import Iterator

from hub.audit.verify import past_the_wall


def lines_of(kind: str, number: int, using: str = "owner") -> Iterator[str]:
    """The lines of one chain, oldest first, one text each: codes and ids only."""
    with past_the_wall(using) as cursor:
        cursor.execute(
            "SELECT number, at, event, actor_kind, actor_id, job, agency_id, families, purpose,"
            " refs FROM public.audit_entry WHERE chain_kind = %s AND chain_id = %s ORDER BY number",
            [kind, number],
        )
        for line, at, event, who, actor, job, agency, families, purpose, refs in cursor.fetchall():
            parts = [
                f"{line}",
                at.isoformat(timespec="seconds"),
                event,
                job or f"{who} {actor}",
                f"agency {agency}" if agency else "",
                f"families {', '.join(map(str, families))}" if families else "",
                purpose and f"for {purpose}",
                " ".join(f"{name}={value}" for name, value in json.loads(refs).items()),
            ]
            yield "  ".join(part for part in parts if part)
