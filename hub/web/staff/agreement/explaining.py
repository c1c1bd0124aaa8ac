"""How the words reached whoever said yes: asked wherever a yes is recorded (2.68, S16)."""

from collections.abc import Mapping
from typing import Any

from hub.consent.languages import ENGLISH, LANGUAGES
from hub.consent.sharing import READERS
from hub.consent.terms import Explained
from hub.ui import forms

SAID_BACK = "I explained what they say yes to, and they said it back in their own words."


class HowExplained(forms.Form):
    """The language, who read it to them, and whether they understood."""

    understood = forms.Tick(label="Explained and understood", says=SAID_BACK)
    language = forms.Select(
        label="In which language did you talk it over?",
        choices=list(LANGUAGES.items()),
        first="Not said",
        note_optional=False,
    )
    read_by = forms.Radios(
        label="Who read the words to them?",
        hint="Never a child, and never their partner: not even when they offer.",
        choices=READERS,
        note_optional=False,
        small=True,
    )
    interpreter = forms.Text(
        label="The name of whoever read, translated or interpreted it",
        hint="Leave it empty when it was you, or they read it themselves.",
        note_optional=False,
        longest=120,
    )


# What stands there before anybody chose: most talks are in English.
USUALLY = {"language": ENGLISH}


def explained(said: Mapping[str, Any]) -> Explained:
    """What was said of it. Only after `is_valid`. Who ticks only that it was understood read it
    out."""
    understood = bool(said.get("understood"))
    read_by = said.get("read_by") or ("practitioner" if understood else "")
    return Explained(
        language=said.get("language") or "",
        read_by=read_by,
        interpreter=said.get("interpreter") or "",
        understood=understood,
    )
