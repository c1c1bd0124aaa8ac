"""Ways by which somebody got, or might get, sight they should not have. Each stays shut."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.urls import reverse

from hub.access import changes as access
from hub.access import door, opening, queries
from hub.access.models import Involvement
from hub.agencies.models import Agency, Practitioner
from hub.audit import journal
from hub.consent import changes as consent
from hub.consent.models import Kept
from hub.intake import changes as intake
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Actor, FamilyFile, Level, NotInYourFiles
from tests.c3.pages import browser, once
from tests.c3.world import World


@contextmanager
def acting(actor: Actor) -> Iterator[Actor]:
    """A transaction at the door."""
    with journal.transaction():
        opening.begin(actor)
        try:
            yield actor
        finally:
            opening.forget()


@contextmanager
def opened(world: World, who: str, family: str) -> Iterator[FamilyFile]:
    """A family's file, open to somebody of the cast."""
    with acting(world.cast.actor(who)) as actor:
        reference = world.cast.family(family).reference
        yield door.open_file(actor, reference, "family", now=clock.now())


def invited_again(world: World, who: str, agency: str) -> Practitioner:
    """The same person, taken on by another agency with the account they have."""
    old = world.cast.practitioner(who)
    return Practitioner.objects.create(
        account=old.account,
        agency=Agency.objects.get(name=agency),
        locality=old.locality,
        name=old.name,
        role_title="Health visitor",
        phone="07700 900999",
        email="again@example.org",
        joined_at=clock.now() - timedelta(days=1),
    )


@pytest.mark.requirement("2.81", "S5")
def test_who_a_family_is_kept_from_does_not_see_it_by_another_agency(world: World) -> None:
    joan = invited_again(world, "joan", "Riverside Health Visiting")
    silva = world.cast.family("silva")
    assert queries.sight_of(joan.pk, silva.reference, at=clock.now()).level is Level.NOTHING
    client = browser(world.cast, "joan")
    session = client.session
    session["practitioner"] = joan.pk
    session.save()
    other = world.cast.family("okafor").reference
    assert client.get(reverse("family", args=[other])).status_code == 200  # her agency is agreed to
    assert client.get(reverse("family", args=[silva.reference])).status_code == 404
    found = client.post(reverse("families"), {"sought": "Beatriz Silva"}).content.decode()
    assert silva.reference not in found


@pytest.mark.requirement("2.81", "S14")
def test_an_item_kept_from_somebody_is_kept_from_them_in_another_agency(world: World) -> None:
    with opened(world, "amina", "okafor") as file:
        goal = world.ids["okafor"]["goal"][0]
        consent.hold_back(
            file, item_kind="goal", item=goal, kept_from=Kept.PRACTITIONER,
            kept_from_id=world.cast.practitioner("grace").pk, now=clock.now(),
        )  # fmt: skip
        again = invited_again(world, "grace", "Riverside Health Visiting")
    sight = queries.sight_of(again.pk, world.cast.family("okafor").reference, at=clock.now())
    assert goal in sight.held_back


@pytest.mark.requirement("2.81", "S14")
@pytest.mark.parametrize("whom", ["practitioner", "agency"])
def test_nobody_lets_go_of_what_is_kept_from_themselves(world: World, whom: str) -> None:
    amina = world.cast.practitioner("amina")
    with opened(world, "amina", "okafor") as file:
        kept = consent.hold_back(
            file, item_kind="goal", item=world.ids["okafor"]["goal"][0], kept_from=whom,
            kept_from_id=amina.pk if whom == "practitioner" else amina.agency_id, now=clock.now(),
        )  # fmt: skip
    with opened(world, "amina", "okafor") as file, pytest.raises(NotAllowed):
        consent.let_go(file, kept.pk, now=clock.now())


def test_anothers_token_neither_blocks_a_form_nor_shows_their_answer(world: World) -> None:
    token = once()
    amina, lena = browser(world.cast, "amina"), browser(world.cast, "lena")
    words = {"words": "We want a garden"} | token
    hers = reverse("goals", args=[world.cast.family("okafor").reference])
    assert amina.post(hers, words).status_code == 302
    typed = {"given_names": "Ama", "part": "adult"} | token
    theirs = reverse("people", args=[world.cast.family("osei").reference])
    answer = lena.post(theirs, typed)
    assert answer.headers["Location"] == reverse(
        "family", args=[world.cast.family("osei").reference]
    )
    with opened(world, "lena", "osei"):
        assert count("families_person", "given_names = 'Ama'") == 1
    again = amina.post(hers, words)
    assert world.cast.family("okafor").reference in again.headers["Location"]


def test_a_token_of_one_form_does_not_swallow_another(world: World) -> None:
    token, amina = once(), browser(world.cast, "amina")
    reference = world.cast.family("okafor").reference
    amina.post(reverse("goals", args=[reference]), {"words": "We want a garden"} | token)
    typed = {"given_names": "Ama", "part": "adult"} | token
    amina.post(reverse("people", args=[reference]), typed)
    with opened(world, "amina", "okafor"):
        assert count("families_person", "given_names = 'Ama'") == 1


@pytest.mark.requirement("S1")
def test_rights_of_two_jobs_of_one_account_do_not_add_up(world: World) -> None:
    """Grace's second job as coordinator sees no plan, and in her first she is no coordinator."""
    again = invited_again(world, "grace", "Northgate Homes")
    okafor = world.cast.family("okafor").reference
    assert queries.sight_of(again.pk, okafor, at=clock.now()).level is Level.NOTHING
    client = browser(world.cast, "grace")
    assert client.get(reverse("family", args=[okafor])).headers["Location"] == reverse("who")
    session = client.session
    session["practitioner"] = again.pk
    session.save()
    assert client.get(reverse("family", args=[okafor])).status_code == 404
    session["practitioner"] = world.cast.practitioner("amina").pk  # not hers to choose
    session.save()
    assert client.get(reverse("family", args=[okafor])).headers["Location"] == reverse("who")
    client.post(reverse("who"), {"practitioner": world.cast.practitioner("amina").pk})
    assert client.session["practitioner"] != world.cast.practitioner("amina").pk or (
        client.get(reverse("family", args=[okafor])).status_code == 302
    )


@pytest.mark.requirement("2.81")
def test_who_is_kept_out_cannot_record_that_they_work_there(world: World) -> None:
    joan = browser(world.cast, "joan")
    address = reverse("working", args=[world.cast.family("silva").reference])
    typed = {
        "why": "I want to",
        "since_on-day": "1",
        "since_on-month": "1",
        "since_on-year": "2026",
    }
    assert joan.post(address, typed | once()).status_code == 404
    with opened(world, "amina", "silva"):
        assert count("access_involvement", "true") == 0


@pytest.mark.requirement("S1")
@pytest.mark.parametrize("who", ["ben", "grace", "hanna", "dilip"])
def test_nobody_but_the_lead_brings_people_in(world: World, who: str) -> None:
    with opened(world, who, "okafor") as file:
        for whom in (file.actor.id, world.practitioners["zofia"]):
            with pytest.raises(NotAllowed):
                access.add_to_team(file, whom, why="", since_on=clock.today(), now=clock.now())
            with pytest.raises(NotAllowed):
                access.remove_from_team(file, whom, now=clock.now())


@pytest.mark.requirement("S1", "2.6")
@pytest.mark.parametrize("who", ["ben", "grace", "dilip", "hanna"])
def test_nobody_names_themselves_lead_where_somebody_leads(world: World, who: str) -> None:
    client = browser(world.cast, who)
    for key in ("okafor", "haddad"):
        reference = world.cast.family(key).reference
        assert client.post(reverse("plan_opening", args=[reference]), once()).status_code in (
            403, 404, 409,
        )  # fmt: skip
        with opened(world, "amina", key) as file:
            lead = queries.lead_of(file)
            assert lead is not None
            assert lead.name == "Amina Yusuf"


@pytest.mark.requirement("S1")
def test_a_yes_to_the_signpost_gives_no_names_by_part_of_one(world: World) -> None:
    hanna = browser(world.cast, "hanna")
    for part in ("Chidi", "okaf", "chid oka", "%", "_", "Chidinma", "\\", "C%a Okafor"):
        page = hanna.post(reverse("families"), {"sought": part}).content.decode()
        assert "FH-" not in page.replace("FH-K7WQ2XNB", ""), part
        assert "Okafor<" not in page
    page = hanna.post(reverse("families"), {"sought": "Chidinma Okafor"}).content.decode()
    assert world.cast.family("okafor").reference in page
    assert "Adaeze" not in page
    assert "Obinna" not in page


@pytest.mark.requirement("2.81", "S5")
def test_a_member_held_back_finds_nothing_by_name_and_counts_nowhere(world: World) -> None:
    ben, reference = browser(world.cast, "ben"), world.cast.family("okafor").reference
    page = ben.post(reverse("families"), {"sought": "Obinna Okafor"}).content.decode()
    assert reference not in page
    for name in ("home", "families"):
        assert "Obinna" not in ben.get(reverse(name)).content.decode()
    for name in (
        "family",
        "who_sees",
        "plan",
        "agreement",
        "people",
        "addresses",
        "contacts",
        "sharing",
    ):
        assert b"Obinna" not in ben.get(reverse(name, args=[reference])).content, name


@pytest.mark.requirement("2.81")
def test_a_goal_held_back_is_in_no_count(world: World) -> None:
    grace, reference = browser(world.cast, "grace"), world.cast.family("okafor").reference
    with opened(world, "grace", "okafor"):
        assert count("plans_goal", "true") == 1
        assert count("plans_action", "true") == 3
        assert count("plans_goalhistoryrow", "true") == 1
        assert count("plans_actionhistoryrow", "true") == 3
    for name in ("plan", "plan_paper"):
        page = grace.get(reverse(name, args=[reference])).content.decode()
        assert "sleep" not in page, name
        assert "of 5" not in page
        assert "5 actions" not in page


@pytest.mark.requirement("S11")
def test_anothers_draft_is_not_there(world: World) -> None:
    with acting(world.cast.actor("amina")) as actor:
        draft = intake.save_draft(actor, {"people-0-given_names": ["Canary"]}, now=clock.now()).pk
    for who in ("hanna", "grace", "dilip", "efua", "farid"):
        client = browser(world.cast, who)
        for name in ("registration_draft", "registration_check", "registration_removal"):
            for method in ("get", "post"):
                sent = {"said_yes": "yes", "version": "1"} | once() if method == "post" else None
                answer = getattr(client, method)(reverse(name, args=[draft]), sent)
                assert answer.status_code == 404, (who, name)
                assert b"Canary" not in answer.content
        assert b"Canary" not in client.get(reverse("registration")).content
    with acting(world.cast.actor("amina")):
        assert count("intake_draft", "true") == 1


@pytest.mark.requirement("2.72")
def test_a_coordinator_of_elsewhere_sees_and_changes_nothing(world: World) -> None:
    petra = browser(world.cast, "petra")
    for key in ("okafor", "marin"):
        status = petra.get(reverse("family", args=[world.cast.family(key).reference])).status_code
        assert status == (200 if key == "marin" else 404)
    with acting(world.cast.actor("petra")) as actor:
        led = door.list_led_by_leavers(actor, now=clock.now())
        assert [file.reference for file in led] == [world.cast.family("marin").reference]


@pytest.mark.requirement("S1")
def test_a_lower_level_writes_nothing_through_the_wall(world: World) -> None:
    """With the application out of the way: what the database itself takes from each level."""
    statements = {
        "lead": "update access_lead set practitioner_id = {me}",
        "team": "insert into access_involvement (id, version, family_id, practitioner_id, kind,"
        " why, since_on, from_at) values (77, 1, {family}, {me}, 'team', '', now(), now())",
        "let go": "update consent_restriction set until_at = now()",
        "goal": "update plans_goal set words = 'x'",
        "yes": "update consent_agreement set until_at = now()",
        "reference": "update families_familyreference set until_at = now()",
        "move": "update access_involvement set family_id = {other}",
    }
    allowed = {"hanna": {"team"}, "ben": {"team", "lead", "yes"}, "grace": set()}
    for who, may in allowed.items():
        for what, sql in statements.items():
            with opened(world, who, "okafor") as file:
                done = _tried(
                    sql.format(
                        me=file.actor.id, family=file.family, other=world.cast.family("osei").id
                    )
                )
            if who != "grace":
                assert not done or what in may, (who, what)


def _tried(sql: str) -> int:
    from django.db import Error, transaction

    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
            transaction.set_rollback(True)
            return int(cursor.rowcount)
    except Error:
        return 0


def test_what_was_open_is_shut_after_every_answer(world: World) -> None:
    """Within one connection: after a page, a refusal and a crash the wall shows nothing."""
    amina = browser(world.cast, "amina")
    reference = world.cast.family("okafor").reference
    for address in (reverse("family", args=[reference]), "/families/FH-ZZZZZZZZ/", "/"):
        amina.get(address)
        opening_left: Any = opening._opened.get()
        assert opening_left is None
    with pytest.raises(RuntimeError):
        opening.open_at([(1, Level.RECORD, frozenset())], through=None)


@pytest.mark.requirement("S1")
def test_a_place_in_the_team_is_worth_nothing_without_a_yes(world: World) -> None:
    with opened(world, "amina", "okafor") as file:
        access.add_to_team(
            file, world.practitioners["carys"], why="x", since_on=clock.today(), now=clock.now()
        )
    with acting(world.cast.actor("carys")) as actor, pytest.raises(NotInYourFiles):
        door.open_file(actor, world.cast.family("okafor").reference, "plan", now=clock.now())
    assert Involvement.objects.count() == 0


def count(table: str, where: str) -> int:
    """Rows of a table that the wall shows now."""
    with connection.cursor() as cursor:
        cursor.execute(f"select count(*) from {table} where {where}")
        return int(cursor.fetchone()[0])
