"""Pages of emergency rules, and where families are asked while one runs (4.2)."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from hub.consent import queries
from hub.consent.emergency import changes as emergency
from hub.consent.emergency.queries import running_on
from hub.consent.emergency.rules import Rule
from hub.kernel import clock
from hub.papers.queries import to_sign_in
from tests.cast import Cast
from tests.consent.deciders import Deciders, make
from tests.families_setup import acting, sign_in
from tests.web.staff.signed_in import browser, day, post
from tests.web.staff.test_quick_start import typed as typed_quickly
from tests.web.staff.test_registration import PRESSED, text, typed

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("4.2")]
TODAY = clock.today()
SAYS = "Spoken by telephone or video, without a witness"


@pytest.fixture
def family(db: None) -> Deciders:
    return make()


@pytest.fixture
def cast(db: None) -> Cast:
    return Cast()


def made(family: Deciders) -> int:
    rule = Rule("Snow: no visits", TODAY, TODAY + timedelta(days=30), 60)
    with acting(family.staff.actor("administrator")) as actor:
        return int(emergency.make_rule(actor, rule, now=clock.now()).pk)


def asked(**more: Any) -> dict[str, Any]:
    last = day("until_on", TODAY + timedelta(days=30))
    return {"reason": "Snow", "sign_days": "60"} | day("from_on", TODAY) | last | more


def test_an_administrator_makes_a_rule_and_ends_it_early(family: Deciders) -> None:
    client = sign_in(family.staff, "administrator")
    rules = reverse("emergency_rules")
    assert f'href="{rules}"' in text(client.get(reverse("agencies")))
    assert f'href="{rules}"' in text(client.get(reverse("wordings")))

    assert post(client, reverse("emergency_rule_new"), **asked()).status_code == 302
    page = text(client.get(rules))
    assert "Runs" in page
    assert "Spoken yeses under it: 0. Of these in force and not signed: 0." in page
    rule = running_on(TODAY)
    assert rule is not None
    end = reverse("emergency_rule_end", args=[rule.pk])
    assert end in page
    assert "Every yes taken under the rule goes on" in text(client.get(end))
    assert post(client, end, version=rule.version).status_code == 302
    assert "Ended early on" in text(client.get(rules))
    assert "over already" in text(post(client, end, version=rule.version + 1))


def test_what_is_missing_is_said_and_what_was_typed_stays(family: Deciders) -> None:
    client = sign_in(family.staff, "administrator")
    new = reverse("emergency_rule_new")
    late = day("until_on", TODAY + timedelta(days=200))
    for said, because in (
        ({"reason": ""}, "Write down what the emergency is"),
        ({"until_on-year": ""}, "The last day"),
        ({"sign_days": "3"}, "working days, as usual, or more"),
        (late, "within half a year"),
    ):
        page = text(post(client, new, **asked(**said)))
        assert because in page
        assert "There is a problem" in page
    assert running_on(TODAY) is None
    post(client, new, **asked())
    assert "Another emergency rule runs then" in text(post(client, new, **asked()))


@pytest.mark.parametrize(
    ("who", "reads", "makes"),
    [("efua", True, True), ("farid", True, False), ("amina", False, False), ("kit", False, False)],
)
def test_who_reads_and_who_makes_rules(cast: Cast, who: str, reads: bool, makes: bool) -> None:
    client = browser(cast, who)
    found = client.get(reverse("emergency_rules"))
    assert (found.status_code == 200) is reads
    assert (client.get(reverse("emergency_rule_new")).status_code == 200) is makes
    if reads:
        page = text(found)
        assert "The snow: no home visits" in page
        assert "Over" in page
        assert ("Make an emergency rule" in page) is makes


def test_without_a_rule_nobody_is_offered_a_yes_without_a_witness(family: Deciders) -> None:
    client = sign_in(family.staff, "registrar")
    for address in (reverse("quick_start"), reverse("registration"),
                    reverse("sharing", args=[family.reference])):  # fmt: skip
        assert SAYS not in text(client.get(address))
    said = {"how": "remote", "agencies": [family.staff.clinic.pk]}
    answer = client.post(reverse("registration"), typed(family.staff, **said))
    assert "There is a problem" in text(answer)
    assert 'href="#how"' in text(answer)


def test_while_it_runs_it_says_so_at_the_spot_and_the_yes_is_recorded_with_its_day(
    family: Deciders,
) -> None:
    made(family)
    client = sign_in(family.staff, "registrar")
    last = TODAY + timedelta(days=30)
    for name in ("service", "sharing"):
        page = text(client.get(reverse(name, args=[family.reference])))
        assert SAYS in page
        assert f"An emergency rule runs until {last.day} {last:%B %Y}: Snow: no visits." in page
    said = {
        "agency": family.staff.charity.pk, "reach": "1", "purpose": "other",
        "purpose_words": "Help", "given_by": family.people["Amina"], "how": "remote",
        "wording": family.staff.wording.pk, "understood": "yes",
    }  # fmt: skip
    answer = post(client, reverse("sharing", args=[family.reference]), **said)
    assert answer.status_code == 302
    page = text(client.get(reverse("agreement", args=[family.reference])))
    assert "spoken by telephone or video, while an emergency rule ran" in page
    with family.opened() as file:
        (yes,) = (y for y in queries.agreements_in(file) if y.how == "remote")
        assert yes.emergency_id
        assert to_sign_in(file, today=TODAY)


def test_a_family_is_registered_by_telephone_from_either_form(family: Deciders) -> None:
    made(family)
    client = sign_in(family.staff, "registrar")
    # Families that nobody registered before: else they are told so first.
    one, two = ({"people-0-given_names": name, "people-0-family_name": name,
                 "people-1-given_names": f"{name}a", "people-1-born-year": year}
                for name, year in (("Rosalind", "2021"), ("Ottoline", "2023")))  # fmt: skip
    quickly = client.post(reverse("quick_start"), typed_quickly(family.staff, how="remote", **one))
    assert quickly.status_code == 302
    two |= {"lines": "9 Far Row", "postcode": "ZZ99 9ZZ", "people-0-contact": "07700 900987"}
    answer = client.post(reverse("registration"), typed(family.staff, how="remote", **two))
    assert SAYS in text(client.get(answer["Location"]))
    assert client.post(answer["Location"], PRESSED).status_code == 302
