"""Forms of signatures and papers."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any, Final

from django.conf import settings

from hub.papers import rules
from hub.papers import strokes as lines
from hub.ui import forms

Listed = Sequence[tuple[int, str]]
KINDS: Final = ".pdf,.jpg,.jpeg,.png,.heic,application/pdf,image/jpeg,image/png,image/heic"
AGAIN: Final = "Choose the file again. Browsers do not keep it while something is put right"


def _choices(of: dict[str, str]) -> Iterable[forms.Choice]:
    return [forms.Choice(code, words) for code, words in of.items()]


class OfSomebody(forms.Form):
    """Which of one person's yeses it is about; those still to be signed are ticked."""

    agreements = forms.Checkboxes(
        label="What is it for?", coerce=int, required="Choose what it is for"
    )

    def __init__(self, *args: Any, yeses: Listed, ticked: Sequence[int], **kwargs: Any) -> None:
        kwargs["initial"] = {"agreements": [str(pk) for pk in ticked]} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        field = self.fields["agreements"]
        assert isinstance(field, forms.Checkboxes)  # noqa: S101 - it stands above
        field.choices = [forms.Choice(str(pk), words) for pk, words in yeses]


class Knowing(OfSomebody):
    """How the words came to whoever signs, before they did (S16)."""

    read_how = forms.Radios(
        label="How did they come to know what it says?",
        choices=_choices(rules.READ),
        required="Say how they came to know what it says",
    )
    read_whose = forms.Radios(
        label="If not by themselves: who read, translated or interpreted it?",
        hint="Never a child, and never their partner.",
        choices=_choices(rules.BY),
        note_optional=False,
    )
    read_by = forms.Text(label="The name of that person", hint="Not needed if it was you.",
                         note_optional=False, longest=120)  # fmt: skip
    language = forms.Text(
        label="In which language?",
        required="Enter the language",
        initial="English",
        longest=60,
        width=20,
    )

    def change(self, signer: int) -> dict[str, Any]:
        """What was said, as the changes take it. Only after `is_valid`."""
        said: dict[str, Any] = {name: value or "" for name, value in self.cleaned_data.items()}
        how = {one.name: said.pop(one.name) for one in fields(rules.HowSigned) if one.name in said}
        return said | {"signer": signer, "how": rules.HowSigned(**how)}


class Sign(Knowing):
    """A signature on screen, after the words came to whoever signs."""

    met = forms.Radios(label="How do you meet now?", choices=_choices(rules.MET),
                       required="Say how you meet")  # fmt: skip
    device = forms.Radios(label="On whose device do they sign?", choices=_choices(rules.DEVICE),
                          required="Say on whose device they sign")  # fmt: skip
    strokes = forms.Hidden(label="The signature", longest=lines.LONGEST_TEXT)
    typed = forms.Text(
        label="Or type the full name of whoever signs",
        hint="Typed by themselves, it counts the same.",
        note_optional=False,
        longest=200,
    )
    witness = forms.Text(label="Who else sees them sign?", longest=120)

    def clean_strokes(self) -> lines.Strokes | None:
        """The lines drawn; None when nothing or only a slip was."""
        return lines.read(self.cleaned_data["strokes"])


class Stands(OfSomebody):
    """Somebody says that their yes still stands (4.2)."""

    said_on = forms.DateParts(
        label="When did they say so?",
        required="Enter the day on which they said so",
        when="today or past",
        hint="For example, 27 3 2026",
    )
    met = forms.Radios(label="How did they say it?", choices=_choices(rules.MET),
                       required="Say how they said it")  # fmt: skip


class WithFile(forms.Form):
    """A file to put here, and whether it tells a place (S3)."""

    file = forms.File(
        label="The paper", hint="A PDF or a photograph (JPEG, PNG or HEIC).", accept=KINDS,
        required="Choose the file",
    )  # fmt: skip
    tells_place = forms.YesNo(
        label="Does it show where somebody of the family lives or can be found?",
        hint="An address, a school, a doctor, a hub or a refuge. If it does, it is kept from "
        "everybody whom the place is kept from.",
        required="Say whether it shows where somebody can be found",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self["file"].asked.hint += f" {settings.PAPER_MOST_MB} MB at most."

    def clean(self) -> dict[str, Any]:
        """A browser forgets the file when something else has to be put right: say so."""
        said = self.cleaned_data
        if self.errors and said.get("file") is not None:
            self.add_error("file", AGAIN)
        return said

    def sent(self) -> dict[str, Any]:
        """The file, as the change takes it. Only after `is_valid`."""
        upload = self.cleaned_data["file"]
        tells = self.cleaned_data["tells_place"]
        return {"data": upload.read(), "size": upload.size, "tells_place": tells}


class SignedSheet(Knowing, WithFile):
    """The sheet somebody signed, for one or several of their yeses."""

    field_order = ("agreements", "read_how", "read_whose", "read_by", "language", "file")

    def change(self, signer: int) -> dict[str, Any]:
        """What was said and sent, as the change takes it. Only after `is_valid`."""
        said = super().change(signer)
        del said["file"]
        return said | self.sent() | {"kind": "agreement"}


class Another(WithFile):
    """A paper that goes with what the family agreed to."""

    about = forms.Text(
        label="What is this paper?",
        hint="For example: a note by the interpreter, or the letter that says who may agree.",
        required="Enter what this paper is",
        longest=200,
    )
    field_order = ("about", "file", "tells_place")

    def change(self) -> dict[str, Any]:
        """What was said and sent, as the change takes it. Only after `is_valid`."""
        return self.sent() | {"kind": "other", "about": self.cleaned_data["about"]}
