"""Actions of a plan, few and many."""

from datetime import date, timedelta
from typing import Any

from markupsafe import Markup

TODAY = date(2026, 3, 2)
DONE = Markup(
    '<button class="govuk-button govuk-button--secondary hub-flush" type="submit">Mark done'
    '<span class="govuk-visually-hidden">: Ask the school about breakfast club</span></button>'
)


def _action(text: str, owner: str, due: date | None, **more: Any) -> dict[str, Any]:
    usual = {"done_on": None, "href": "", "about": "", "controls": ""}
    return {"text": text, "owner": owner, "due": due} | usual | more


EXAMPLES = {
    "Some actions": {
        "today": TODAY,
        "actions": [
            _action(
                "Ask the school about breakfast club",
                "Rhiannon Pritchard",
                date(2026, 2, 27),
                controls=DONE,
                about="Mornings are calmer",
            ),
            _action(
                "Ring the housing officer about the damp in both bedrooms",
                "Grace Achebe",
                TODAY,
                href="#damp",
            ),
            _action("Take Dylan to the dentist", "عائشة", date(2026, 3, 20), href="#dentist"),
            _action("Find out about the Saturday club", "Tomasz Zielinski", None),
            _action(
                "Fill in the form for free school meals",
                "Dee Okafor",
                date(2026, 2, 20),
                done_on=date(2026, 2, 18),
            ),
        ],
    },
    "Forty actions": {
        "today": TODAY,
        "actions": [
            _action(f"Action {n}: ring, write or visit", "Sam Lee", TODAY + timedelta(days=n - 5))
            for n in range(1, 41)
        ],
    },
    "A long word": {
        "today": TODAY,
        "actions": [
            _action(
                "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 2,
                "Wolfeschlegelsteinhausenbergerdorff",
                date(2026, 4, 1),
            )
        ],
    },
}
