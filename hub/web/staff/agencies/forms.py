"""What is asked about hubs, agencies, practitioners and roles."""

from collections.abc import Iterable, Sequence
from typing import Any

from hub.agencies.queries import HelpLine
from hub.agencies.rules import ROLES
from hub.agencies.systems.rules import DAYS
from hub.ui import forms
from hub.web.staff.agencies.saving import Saved


def choices(rows: Iterable[Any]) -> list[tuple[str, str]]:
    """Rows as answers: their key and name."""
    return [(str(row.pk), str(row.name)) for row in rows]


class Confirmation(Saved):
    """Nothing but the button that says yes."""


class AgencyDetails(Saved):
    """An agency and how it is reached (2.14, 2.97)."""

    name = forms.Text(label="Name", required="Enter the agency's name", longest=120)
    sector = forms.Radios(label="Sector", required="Choose the agency's sector", small=True)
    phone = forms.Telephone(label="Telephone", required="Enter the agency's telephone number")
    email = forms.Email(
        label="Email address", required="Enter the agency's email address", autocomplete="off"
    )
    information_lead = forms.Text(
        label="Information lead", hint="Who answers for information: name and telephone"
    )
    safeguarding_lead = forms.Text(
        label="Safeguarding lead", hint="Who answers for safeguarding: name and telephone"
    )
    telling = forms.Tick(
        label="When another agency asks whether a family is known",
        says="That a family is known here tells something about it",
        hint="For example, a refuge or a mental-health team. Others are then given the "
        "hub to ring, not this agency.",
    )

    def __init__(self, *args: Any, sectors: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sector"].choices = choices(sectors)  # type: ignore[attr-defined]


class NewKey(Saved):
    """A key for one system of an agency."""

    name = forms.Text(
        label="Name of the system", required="Enter which system it is", longest=80,
        hint="For example, case records. Not the name of a person",
    )  # fmt: skip
    days = forms.Radios(
        label="How long the key is good for", required="Choose how long the key is good for",
        choices=[(str(days), words) for days, words in DAYS.items()], coerce=int, small=True,
    )  # fmt: skip

    def __init__(self, *args: Any, digest: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.digest = digest

    def answers(self) -> dict[str, Any]:
        """What was typed, and what is kept of the key."""
        return super().answers() | {"digest": self.digest}


class EndKey(Saved):
    """Which key is ended."""

    key = forms.Hidden(longest=20)

    def answers(self) -> dict[str, Any]:
        """The key's number; none for what is none."""
        typed = str(self.cleaned_data["key"])
        return {"key": int(typed) if typed.isascii() and typed.isdecimal() else 0}


class InLocality(Saved):
    """A locality, where there is more than one to choose from."""

    locality = forms.Radios(label="Locality", required="Choose the locality", coerce=int)

    def __init__(self, *args: Any, localities: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["locality"].choices = choices(localities)  # type: ignore[attr-defined]
        if len(localities) == 1:
            self.initial.setdefault("locality", str(localities[0].pk))


class NewAgency(InLocality, AgencyDetails):
    """An agency and the first locality it works in."""

    field_order = (
        *("name", "sector", "locality", "phone", "email"),
        *("information_lead", "safeguarding_lead", "telling"),
    )


class PractitionerDetails(Saved):
    """What families and colleagues see of somebody."""

    name = forms.Text(label="Name", required="Enter their name", longest=120)
    role_title = forms.Text(
        label="Job title", required="Enter their job title", longest=120,
        hint="What families will read, for example health visitor",
    )  # fmt: skip
    phone = forms.Telephone(label="Work telephone", required="Enter their work telephone number")
    email = forms.Email(
        label="Work email address", required="Enter their work email address", autocomplete="off",
        hint="Only theirs: whoever reads it can sign in as them",
    )  # fmt: skip


class Invitation(InLocality, PractitionerDetails):
    """Somebody new in an agency."""

    field_order = ("name", "role_title", "phone", "email", "locality")


class HubContact(Saved):
    """How a hub is reached."""

    name = forms.Text(label="Locality", required="Enter the locality's name", longest=80)
    hub_name = forms.Text(label="Name of the hub", required="Enter the hub's name", longest=120)
    hub_address = forms.Text(label="Address")
    hub_phone = forms.Telephone(label="Telephone", required="Enter the hub's telephone number")
    hub_email = forms.Email(
        label="Email address", required="Enter the hub's email address", autocomplete="off"
    )


class GrantRole(Saved):
    """A role and where it counts; one for the whole area needs no locality."""

    code = forms.Radios(
        label="Role", required="Choose the role",
        choices=[(code, words.capitalize()) for code, words in ROLES.items()],
    )  # fmt: skip
    locality = forms.Select(
        label="Locality", first="The whole area", coerce=int, note_optional=False,
        hint="Administrators, data protection officers, safeguarding leads and the access team are "
        "for the whole area",
    )  # fmt: skip

    def __init__(self, *args: Any, localities: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["locality"].choices = choices(localities)  # type: ignore[attr-defined]


class Number(forms.Part):
    """One line of "Worried that a child or adult is not safe?"."""

    label = forms.Text(label="Who answers", required="Enter who answers", longest=120)
    number = forms.Telephone(label="Number", required="Enter the number")
    hint = forms.Text(label="When", longest=160, hint="For example, weekdays 9am to 5pm")


class Numbers(Saved):
    """What travels with the lines: which rows were shown, in which version."""

    shown = forms.Hidden(longest=4000)

    def in_words(self, name: str, value: Any) -> str:
        """The lines one under another."""
        return "\n".join(", ".join(filter(None, line)) for line in value)

    def show_what_stands(self, rows: Iterable[Any]) -> None:
        """After a conflict: what stands now has been shown, so saving again counts."""
        self.data = {**dict(self.data.items()), "shown": shown_of(rows)}

    @property
    def rows_shown(self) -> dict[int, int]:
        """Row to version, as they were shown; what cannot be read was not."""
        pairs = [pair.partition(":") for pair in self.cleaned_data["shown"].split(",")]
        return {
            int(row): int(version)
            for row, _, version in pairs
            if row.isdecimal() and version.isdecimal()
        }


def shown_of(rows: Iterable[Any]) -> str:
    """The rows shown, with their versions, as they travel."""
    return ",".join(f"{row.pk}:{row.version}" for row in rows)


def lines_of(typed: Iterable[dict[str, Any]]) -> list[HelpLine]:
    """The lines typed."""
    return [HelpLine(**line) for line in typed]
