"""Check your answers: what was typed, in the words of a list, each with a way back to change it."""

from dataclasses import dataclass, field

from django.urls import reverse

from hub.intake.registration import NamedPerson
from hub.ui import forms
from hub.web.staff.emergency.offering import REMOTE, SAYS
from hub.web.staff.registration.answers import Answers
from hub.web.staff.registration.forms import HOW, RELATIONS

PARTS = {"adult": "Adult", "child": "Child or young person", "unborn": "Unborn child"}


class Check(forms.Form):
    """A button."""


@dataclass
class Section:
    """A part of the answers: rows of a question and its answer, and where to change them."""

    title: str
    href: str
    rows: list[tuple[str, str]] = field(default_factory=list)


def sections(answers: Answers, draft: int) -> list[Section]:
    """The answers in the order of the form."""
    said, back = answers.registration(), reverse("registration_draft", args=[draft])
    giver = said.people[0]
    how = SAYS if said.how == REMOTE else next((c.text for c in HOW if c.value == said.how), "")
    yes = Section("The yes", f"{back}#said_yes")
    yes.rows = [
        ("Said yes to writing down and keeping", name_of(giver)),
        ("How", f"{how}: {said.witness}" if said.witness else how),
    ]
    yes.rows.append(("Working with them", "They said yes" if said.service else "Not asked yet"))
    yes.rows.append(
        ("Explained and understood", "Yes" if said.explained.understood else "Not said")
    )
    if said.explained.interpreter:
        yes.rows.append(("Read, translated or interpreted by", said.explained.interpreter))
    if said.judged:
        yes.rows.append(("Your judgement", said.judged.because))
    keys = [one.key for one in answers.people if one.part in answers.people.counted]
    who = [
        Section(name_of(person), f"{back}#people-{key}-given_names", rows_of(person))
        for person, key in zip(said.people, keys, strict=True)
    ]
    if answers.deciding.cleaned_data["not_known"] and not any(p.responsible for p in said.people):
        unknown = Section("Who decides for the children", f"{back}#not_known")
        unknown.rows = [("Parental responsibility", "Not known yet. You are asked in a week.")]
        who.append(unknown)
    home = Section("Where they live", f"{back}#lines")
    written = "\n".join(part for part in (said.lines, said.postcode) if part)
    home.rows = [("Address", written or "Not given")]
    if said.held_by:
        home.rows = [("Address", f"Not stored, held by {said.held_by}")]
    names = [answers.agencies[agency] for agency in said.agencies]
    why = Section("Why now", f"{back}#why")
    why.rows = [("What worries them", answers.why.cleaned_data["why"] or "Not said")]
    sharing = Section("Who may know", f"{back}#agencies")
    sharing.rows = [("Agencies", "\n".join(names) or "None. Only you see this family.")]
    return [yes, *who, home, why, sharing]


def name_of(person: NamedPerson) -> str:
    """Their name as it was typed."""
    return f"{person.given_names} {person.family_name}".strip()


def rows_of(person: NamedPerson) -> list[tuple[str, str]]:
    """What was typed of them: questions with their answers."""
    relation = dict(RELATIONS).get(person.relation, "")
    part = PARTS.get(person.part, "")
    rows = [
        ("In the family", f"{part}: {relation.lower()}" if relation else part),
        ("Born", str(person.born or "Not known")),
    ]
    if person.responsible:
        rows.append(("Parental responsibility", "Yes, for the children"))
    if person.lives_elsewhere:
        rows.append(("Lives", "At another address"))
    if person.contact:
        rows.append(("Telephone or email", f"{person.contact}\nNot used until asked alone"))
    return rows
