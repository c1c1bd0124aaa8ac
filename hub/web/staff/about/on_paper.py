"""The questions of "About my family" as they go on paper."""

from dataclasses import dataclass

from hub.about import rules
from hub.about.rules import Part
from hub.families import queries as families
from hub.kernel.files import FamilyFile
from hub.ui.forms import Form
from hub.web.staff.about import forms
from hub.web.staff.about.shown import form_for
from hub.web.staff.families.forms import Identifiers

# What the practitioner answers, not the family.
NOT_ASKED = (
    *("finished", "nhs_verified", "upn_verified", "no_upn"),
    *("assessment_asked_on", "assessment_due_on"),
)


@dataclass(frozen=True)
class Question:
    """A question as it stands on paper: its answers, or lines to write on."""

    label: str
    hint: str
    answers: list[str]


@dataclass(frozen=True)
class Sheet:
    """A part as it stands on paper; `whose` is empty for the family's."""

    title: str
    why: str
    whose: str
    questions: list[Question]


def paper(file: FamilyFile) -> list[Sheet]:
    """The questions as they go on paper: the family's once, each member's with their name. Never
    what is asked alone (S15), and nothing that was answered."""
    sheets = [_sheet(part, "", _asked(file, part)) for part in rules.FAMILY_PARTS]
    for member in families.living_in(file):
        for part in rules.PERSON_PARTS:
            if rules.is_asked(part, member=member.part, loss=member.loss):
                page = _asked(file, part, member.part)
                sheets.append(_sheet(part, member.person.full_name, page))
        if member.part != "unborn" and not member.loss:
            form = Identifiers(pupil=member.part == "child")
            sheets.append(_numbers(member.person.full_name, form))
    return sheets


def _asked(file: FamilyFile, part: Part, member: str = "") -> forms.Page:
    return form_for(file, part, member, None)


def _sheet(part: Part, whose: str, form: forms.Page) -> Sheet:
    return Sheet(part.title, part.why, whose, _questions(form))


def _numbers(whose: str, form: Identifiers) -> Sheet:
    why = "So that nobody is taken for somebody else of the same name. Only if you want to."
    return Sheet("Numbers", why, whose, _questions(form))


def _questions(form: Form) -> list[Question]:
    asked = [form[name].asked for name in form.fields if name not in NOT_ASKED]
    return [
        Question(
            str(field.label), field.hint, [choice.text for choice in getattr(field, "choices", ())]
        )
        for field in asked
    ]
