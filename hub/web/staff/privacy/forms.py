"""Forms of what is kept private."""

from collections.abc import Sequence
from typing import Any, Final

from hub.ui import forms

SOMEBODY_ELSE: Final = "other"
NOBODYS_WISH: Final = "nobody"


class Keep(forms.Form):
    """From whom, and whose wish it is."""

    whom = forms.Radios(
        label="From whom?",
        hint="Those who can see this family now come first. Ask too: does anybody you know work "
        "in one of these places?",
        required="Choose from whom it is kept private",
    )
    email = forms.Email(
        label="Their work email address",
        required="Enter their work email address",
    )
    wish = forms.Radios(
        label="Whose wish is it?",
        hint="Ask them on their own.",
        required="Choose whose wish it is",
    )
    understands = forms.Tick(
        label="If they are 12 to 15",
        says="I talked it over with them, and they understand what this means",
    )

    def __init__(
        self,
        *args: Any,
        whom: Sequence[forms.Choice],
        people: Sequence[tuple[int, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        other = forms.Choice(SOMEBODY_ELSE, "Somebody else", shows="email")
        asked = [forms.Choice(str(pk), name) for pk, name in people]
        nobody = forms.Choice(
            NOBODYS_WISH, "Nobody in the family asked", hint="I judge that it is safer."
        )
        for name, choices in (("whom", [*whom, other]), ("wish", [*asked, nobody])):
            field = self.fields[name]
            assert isinstance(field, forms.Radios)  # noqa: S101 - they stand above
            field.choices = choices

    def asked_by(self) -> int | None:
        """The member whose wish it is, or None. Only after `is_valid`."""
        wish = str(self.cleaned_data["wish"])
        return None if wish == NOBODYS_WISH else int(wish)


class SeenAgain(forms.Form):
    """A button that ends it."""


class SeenAgainAsAsked(SeenAgain):
    """The same, where somebody in the family had asked for it (S5)."""

    they_say_so = forms.Tick(
        label="Did you ask them?",
        says="I asked them on their own, and they say that it may be seen again",
        required="Ask them first. If you have, say so",
    )
