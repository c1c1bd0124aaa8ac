"""Forms of the rules for emergencies."""

from typing import Any

from django.conf import settings

from hub.consent.emergency.rules import MOST_DAYS, Rule
from hub.ui import forms
from hub.web.staff.agencies.saving import Saved


class NewRule(Saved):
    """One rule: why, from when, until when, and how long there is to sign."""

    reason = forms.TextArea(
        label="What is the emergency?", called="The reason", longest=500, rows=3,
        hint="Everybody who asks a family reads it. For example, “The snow: no home visits”.",
        required="Write down what the emergency is",
    )  # fmt: skip
    from_on = forms.DateParts(
        label="The first day", hint="Today or later.", when="today or future",
        required="Enter the first day",
    )  # fmt: skip
    until_on = forms.DateParts(
        label="The last day", when="today or future", required="Enter the last day",
        hint="At most half a year after the first. It cannot be put off later: for longer, make "
        "another rule then.",
    )  # fmt: skip
    sign_days = forms.WholeNumber(
        label="Within how many working days is a spoken yes signed?",
        hint=f"Usually {settings.SIGNATURE_DAYS}.",
        called="The working days", least=1, most=MOST_DAYS, width=3,
        required="Enter the working days",
    )  # fmt: skip

    def answers(self) -> dict[str, Any]:
        """What was typed, as a rule."""
        said = self.cleaned_data
        names = ("reason", "from_on", "until_on", "sign_days")
        return {"rule": Rule(**{name: said[name] for name in names})}


class End(Saved):
    """Nothing but the button, and which version of the rule it was pressed on."""
