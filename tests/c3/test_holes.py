"""Ways by which somebody got, or might get, sight they should not have. Each stays shut."""

from typing import Any

import pytest
from django.db import connection
from django.urls import reverse

from hub.access import changes as access
from hub.access import door, opening, queries
from hub.access.models import Involvement
from hub.intake import changes as intake
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Level, NotInYourFiles
from tests.c3.acting import acting, count, invited_again, opened
from tests.c3.pages import browser, once
from tests.c3.world import World


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


@pytest.mark.requirement("S11")
def test_anothers_draft_is_not_there(world: World) -> None:
    with acting(world.cast.actor("amina")) as actor:
        draft = intake.save_draft(actor, {"people-0-given_names": ["Canary"]}, now=clock.now()).pk
    for who in ("hanna", "grace", "dilip", "efua", "farid"):
        client = browser(world.cast, who)
        drafts = ("registration_draft", "registration_check", "registration_removal")
        for name in (*drafts, "registration_another", "quick_start_draft", "practice_family"):
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
