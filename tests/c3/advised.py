"""The forms of advice that was asked for: about a family, and naming nobody."""

from typing import Any

from tests.c3.forms import Row, day, kept_from, now_there, typing

TO_DECIDE = "select id from {} where decided_at is null order by saved_at limit 1"
SAID: dict[str, Any] = {
    "whom": "Duty worker, the access team",
    "named": "unnamed",
    "asked": "Is it a worry?",
    "advised": "Ask the school",
}
DECIDED = {"decided": "To ask the school", "because": "They see her every day"}


def rows() -> list[Row]:
    """One written of each kind, one decided of each, and one kept private."""
    own, theirs = (
        now_there("sought", TO_DECIDE.format(table))
        for table in ("intake_ownsought", "intake_familysought")
    )
    return [
        Row("sought_decision", numbers=own, typed=typing(**DECIDED)),
        Row("family_sought_decision", numbers=theirs, typed=typing(**DECIDED)),
        Row("sought_new", typed=typing(**SAID, **day("asked_on", -1))),
        Row("family_sought_new", typed=typing(**SAID, **DECIDED, **day("asked_on", 0))),
        Row("private_sought", numbers=now_there("sought", "select id from intake_familysought"
            " order by saved_at limit 1"), typed=kept_from("Northgate Homes")),
    ]  # fmt: skip
