"""What was typed in the registration form, as parts that draw themselves, and as plain values."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.http import QueryDict
from markupsafe import Markup

from hub.consent.deciding.rules import FIRST_A_HOLDER
from hub.consent.queries import AskedAbout
from hub.intake import rules
from hub.intake.registration import JudgedYes, NamedPerson, Registration
from hub.kernel.decisions import Decision, no
from hub.ui import forms
from hub.web.staff.agreement.explaining import USUALLY, explained
from hub.web.staff.registration.forms import Home, Named, Sharing, WhoDecides, Why, Yes
from hub.web.staff.registration.saving import arrival_in

NOT_KEPT = ("csrfmiddlewaretoken", forms.parts.ONCE, forms.parts.VERSION, "writer")
PEOPLE = "people"
WHO_DECIDES = "Tick who has parental responsibility, or that nobody knows yet"
FIRST = [{"part": "adult"}, {}]  # whoever says yes, and one more to fill in


class Answers:
    """The whole form. Takes what was posted or kept in a draft; None for an empty one.

    `quiet` draws it without saying what is wrong, as when somebody carries on with a draft.
    """

    def __init__(
        self,
        data: QueryDict | None,
        *,
        agencies: Sequence[AskedAbout],
        own: int | None,
        wording: int | None = None,
        quiet: bool = False,
    ) -> None:
        self.data = data
        self.yes = Yes(data, initial={"wording": wording, **USUALLY})
        self.people = forms.Repeated(
            Named, data, name=PEOPLE, noun="person", most=rules.MOST_PEOPLE, initial=FIRST
        )
        self.deciding = WhoDecides(data)
        self.home = Home(data)
        self.why = Why(data)
        self.sharing = Sharing(data, agencies=agencies, own=own)
        self.agencies = {agency.id: agency.name for agency in agencies}
        self.quiet = quiet or self.people.pressed
        counted = self.people.counted  # a set left empty counts for nothing, and has no errors
        whole = (self.yes, self.deciding, self.home, self.why, self.sharing)
        for part in (*whole, *(one.part for one in self.people)):
            part.quiet = self.quiet or (isinstance(part, Named) and part not in counted)

    @property
    def said(self) -> str:
        """The answer to the first question: "yes", "no", or "" when there is none."""
        typed = self.data.get("said_yes", "") if self.data is not None else ""
        return typed if typed in ("yes", "no") else ""

    @property
    def pressed(self) -> bool:
        """Whether "Add another" or "Remove" was pressed."""
        return self.people.pressed

    @property
    def in_error(self) -> bool:
        """Whether something is said to be wrong, so that the page's title says so."""
        return any(p.in_error for p in self._parts)

    def error_summary(self) -> Markup:
        """Everything that is wrong, in the order of the page."""
        return forms.error_summary(self._parts)

    @property
    def _parts(self) -> list[Any]:
        return [self.yes, self.people, self.deciding, self.home, self.why, self.sharing]

    @property
    def arrival(self) -> int | None:
        """What came to the hub that this form began with."""
        return arrival_in(self.data)

    def kept(self) -> dict[str, list[str]]:
        """What a draft keeps: what was typed, without what was taken away."""
        keys = [str(one.key) for one in self.people]
        gone = set(self.data.getlist(f"{PEOPLE}-set") if self.data else []) - set(keys)
        taken = tuple(f"{PEOPLE}-{key}-" for key in gone)
        typed = {
            name: values
            for name, values in (self.data.lists() if self.data else ())
            if name not in NOT_KEPT and not (taken and name.startswith(taken))
        }
        for button in ("add", "remove"):
            typed.pop(f"{PEOPLE}-{button}", None)
        return typed | {f"{PEOPLE}-set": keys}

    def is_valid(self, *, now: datetime) -> bool:
        """Whether this can be registered; what is wrong is said where it belongs."""
        whole = (self.yes, self.deciding, self.home, self.why, self.sharing)
        parts = [part.is_valid() for part in whole]
        if not (self.people.is_valid() and all(parts)):
            return False
        said = self.registration()
        decision = rules.may_register(said, now=now)
        if not decision:
            self._refuse(decision, now)
        elif not self.deciding.cleaned_data["not_known"] and rules.asks_who_decides(said, now=now):
            decision = no(WHO_DECIDES)
            self.deciding.add_error("not_known", decision.reason)
        return bool(decision)

    def needs_judgement(self, *, now: datetime) -> bool:
        """Whether whoever says yes may be 12 to 15, as far as was typed."""
        first = next(iter(self.people)).part
        if not first.is_bound:
            return False
        _ = first.errors  # cleans it, once: what was refused since stays refused
        return rules.needs_judgement(_person(first.cleaned_data), now=now)

    def registration(self) -> Registration:
        """The plain values. Only after the parts are valid."""
        yes, home = self.yes.cleaned_data, self.home.cleaned_data
        agreed = yes["said_yes"] is True
        judged = yes["understands"] is not None and yes["parent_needed"] is not None
        return Registration(
            people=tuple(map(_person, self.people.cleaned)),
            record=agreed,
            keep=agreed,
            how=yes["how"],
            wording=int(yes["wording"]) if yes["wording"].isdecimal() else 0,
            witness=yes["witness"],
            lines=home["lines"],
            postcode=home["postcode"],
            held_by=home["held_by"],
            agencies=tuple(self.sharing.cleaned_data["agencies"]),
            judged=JudgedYes(yes["understands"], yes["parent_needed"], yes["because"])
            if judged
            else None,
            service=yes["service"] is True,
            explained=explained(yes),
        )

    def _refuse(self, decision: Decision, now: datetime) -> None:
        giver = rules.may_say_yes(self.registration(), now=now)
        if decision.reason == FIRST_A_HOLDER:
            self.sharing.add_error("agencies", decision.reason)
        elif giver or giver.reason != decision.reason:
            self.yes.refuse(decision.reason)
        elif self.needs_judgement(now=now):
            self.yes.refuse(decision.reason, "understands")
        else:
            first = next(iter(self.people)).part
            first.add_error("born", decision.reason)


def _person(said: Mapping[str, Any]) -> NamedPerson:
    facts = said.get("facts") or []
    part = str(said.get("part") or "")
    return NamedPerson(
        given_names=said.get("given_names") or "",
        family_name=said.get("family_name") or "",
        part=part,
        born=said.get("born"),
        relation=(said.get("relation") or "") if part == "adult" else "",
        responsible="responsible" in facts and part != "unborn",
        lives_elsewhere="elsewhere" in facts,
        contact=said.get("contact") or "",
    )
