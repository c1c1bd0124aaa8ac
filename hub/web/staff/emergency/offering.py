"""A yes by telephone or video without a witness, offered at the spot while a rule runs (4.2)."""

from typing import Any

from hub.consent.emergency.queries import running_on, sign_by
from hub.kernel import clock
from hub.ui import forms
from hub.ui.words import day as in_words

REMOTE = "remote"
SAYS = "Spoken by telephone or video, without a witness"


def offer(field: Any) -> None:
    """Put it among the ways a yes can be given, saying which rule runs and until when."""
    today = clock.today()
    rule = running_on(today)
    if rule is None:
        return
    signed = sign_by(rule, today)
    hint = (
        f"An emergency rule runs until {in_words(rule.until_on)}: {rule.reason.rstrip('.')}. "
        f"A spoken yes is then signed by {in_words(signed)}, or when the rule ends."
    )
    ways = list(field.choices)
    spoken = next(place for place, one in enumerate(ways) if one.value == "spoken")
    field.choices = [
        *ways[: spoken + 1],
        forms.Choice(REMOTE, SAYS, hint=hint),
        *ways[spoken + 1 :],
    ]
