"""View as: who may, what they are shown, that nothing can be done, and that it is written down."""

import pytest
from django.urls import reverse

from hub.access import door
from hub.audit.queries import entries_for_family
from hub.consent import changes as consent
from hub.kernel import clock
from hub.plans import queries as plans
from tests.c3.acting import acting
from tests.cast import Cast, everybody, past_the_wall
from tests.inside.looking import inside, person_in
from tests.inside.views import Acting, address, every_page, text_of
from tests.web.staff.signed_in import browser, post

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("2.72", "S4", "S19")
@pytest.mark.parametrize("who", [key for key in everybody() if key != "idris"])
def test_whoever_leads_may_look_as_a_member_and_nobody_else_but_the_officer(
    who: str, cast: Cast
) -> None:
    client, officer = browser(cast, who), who == "farid"
    for key, lead in (("rahman", "lena"), ("okafor", "amina")):
        family = cast.family(key)
        person = person_in(family, "Nadia" if key == "rahman" else "Chidinma")
        allowed = who == lead or officer
        why = "check" if officer else ""

        answers = [
            client.get(reverse("views", args=[family.reference])),
            client.get(address(family.reference, person, why=why)),
            client.get(address(family.reference, person, "plan", why)),
        ]

        assert [a.status_code for a in answers] == [200 if allowed else 404] * 3
        if not allowed:
            absent = client.get("/families/FH-ZZZZZZZZ/")
            assert {a.content for a in answers} == {absent.content}


def test_an_officer_says_what_for_before_anybody_is_named(cast: Cast) -> None:
    family, client = cast.family("rahman"), browser(cast, "farid")
    here = reverse("views", args=[family.reference])

    first = client.get(here).content.decode()
    assert "Looking into a complaint" in first
    assert "Nadia" not in first
    refused = client.get(address(family.reference, person_in(family, "Nadia")))
    assert refused.status_code == 403
    assert "Choose what you need to look for" in refused.content.decode()

    asked = post(client, reverse("views_asked"), reference=family.reference, why="complaint")
    assert asked.headers["Location"] == f"{here}?why=complaint"
    chosen = client.get(asked.headers["Location"]).content.decode()
    assert "Nadia" in chosen
    assert "Lena Fischer" in chosen
    assert f"{address(family.reference, person_in(family, 'Nadia'))}?why=complaint" in chosen


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({"reference": "FH-ZZZZZZZZ", "why": "check"}, "No family has this reference"),
        ({"reference": "", "why": "check"}, "Enter the family"),
        ({"reference": "FH-ZZZZZZZZ", "why": ""}, "Choose what you need to look for"),
        ({"reference": "FH-ZZZZZZZZ", "why": "curious"}, "Choose"),
    ],
)
def test_what_an_officer_asks_wrongly_is_said(
    typed: dict[str, str], error: str, cast: Cast
) -> None:
    answer = post(browser(cast, "farid"), reverse("views_asked"), **typed)

    assert answer.status_code == 200
    assert error in answer.content.decode()


def test_an_officer_from_whom_a_family_is_kept_does_not_see_it_as_anybody(cast: Cast) -> None:
    family, farid = cast.family("rahman"), cast.actor("farid")
    with acting(cast.actor("lena")) as lena:
        file = door.open_file(lena, family.reference, "private", now=clock.now())
        consent.hold_back(file, item_kind="", item=None, kept_from="practitioner",
                          kept_from_id=farid.id, now=clock.now())  # fmt: skip
    client = browser(cast, "farid")

    assert client.get(reverse("views", args=[family.reference])).status_code == 404
    nadia = address(family.reference, person_in(family, "Nadia"), why="check")
    assert client.get(nadia).status_code == 404


@pytest.mark.requirement("2.81")
def test_what_is_kept_from_who_looks_is_not_shown_by_looking_as_another(cast: Cast) -> None:
    family, farid = cast.family("okafor"), cast.actor("farid")
    mother, client = person_in(family, "Chidinma"), browser(cast, "farid")
    assert "sleep diary" in text_of(every_page(client, family.reference, mother, "check"))
    with acting(cast.actor("amina")) as amina:
        file = door.open_file(amina, family.reference, "private", now=clock.now())
        plan = plans.plan_in(file)
        assert plan is not None
        for one in plans.goals_in(file, plan):
            if "sleep" in one.goal.words:
                consent.hold_back(
                    file, item_kind="goal", item=one.goal.pk, kept_from="practitioner",
                    kept_from_id=farid.id, now=clock.now(),
                )  # fmt: skip

    assert "sleep" not in text_of(every_page(client, family.reference, mother, "check"))


@pytest.mark.requirement("S4", "S15")
def test_an_officer_sees_a_practitioners_sight_with_what_is_kept_from_them_gone(
    cast: Cast,
) -> None:
    family, client = cast.family("okafor"), browser(cast, "farid")
    grace, ben = cast.actor("grace").id, cast.actor("ben").id

    hers = text_of(every_page(client, family.reference, grace, "check"))
    assert "happy going to school" in hers
    assert "sleep diary" not in hers
    assert "She said all is calm" not in hers
    his = text_of(every_page(client, family.reference, ben, "check"))
    assert "Chidinma" in his
    assert "Obinna" not in his
    assert "happy going to school" not in his
    assert "Ben Carter does not see this page" in " ".join(his.split())
    carys = text_of(every_page(client, family.reference, cast.actor("carys").id, "check"))
    assert "sees nothing of this family" in carys
    assert "Chidinma" not in carys


def test_whoever_leads_does_not_look_as_another_practitioner(cast: Cast) -> None:
    family, grace = cast.family("okafor"), cast.actor("grace").id

    assert browser(cast, "amina").get(address(family.reference, grace)).status_code == 404


@pytest.mark.parametrize("names", ["Nadia", "Karim", "Leila", "Yusra"])
def test_each_page_says_as_whom_and_nothing_in_it_acts(names: str, cast: Cast) -> None:
    family, client = cast.family("rahman"), browser(cast, "lena")
    person = person_in(family, names)
    for name, html in every_page(client, family.reference, person).items():
        found = Acting(html.decode())
        assert f"You are looking as <bdi>{names} Rahman</bdi> sees it." in html.decode(), name
        assert f"<title>As {names} Rahman sees it: " in html.decode(), name
        assert found.acts == [], name
        here = reverse("views", args=[family.reference])
        strange = [
            link for link in found.links if not link.startswith((here, "#", "tel:", "mailto:"))
        ]
        assert strange == [], name
        assert "<p></p>" not in html.decode()


@pytest.mark.parametrize("who", ["lena", "farid"])
def test_a_post_is_refused_and_changes_nothing(who: str, cast: Cast) -> None:
    family = cast.family("rahman")
    why = "check" if who == "farid" else ""
    page = address(family.reference, person_in(family, "Nadia"), "plan", why)

    answer = post(browser(cast, who), page, words="A goal of somebody else's")

    assert answer.status_code == 403
    assert "You are only looking" in answer.content.decode()


@pytest.mark.requirement("S6", "S17")
def test_who_has_no_sight_of_their_own_is_said_to_have_none_and_why(cast: Cast) -> None:
    family, client = cast.family("rahman"), browser(cast, "lena")
    page = client.get(address(family.reference, person_in(family, "Yusra"))).content.decode()

    assert "sees nothing of this family." in page
    assert "Under 12" in page


@pytest.mark.requirement("S33", "S34")
@pytest.mark.parametrize(("who", "why"), [("lena", ""), ("farid", "complaint")])
def test_looking_as_somebody_is_written_down_with_both(who: str, why: str, cast: Cast) -> None:
    family = cast.family("rahman")
    nadia = person_in(family, "Nadia")

    browser(cast, who).get(address(family.reference, nadia, why=why))

    with acting(cast.actor("lena")) as lena:  # whoever leads reads it too
        file = door.open_file(lena, family.reference, "looks", now=clock.now())
        found = [look for look in entries_for_family(file).looks if look.event != "file.opened"]
    look = found[0]
    assert (look.event, look.actor_id) == ("file.viewed_as", cast.actor(who).id)
    assert look.refs["member"] == nadia
    assert look.refs.get("why", "") == why
    assert look.sentence == "saw the file as somebody else sees it"


def test_who_can_see_tells_each_of_themselves(cast: Cast) -> None:
    family, client = cast.family("rahman"), browser(cast, "lena")

    own = client.get(reverse("who_sees", args=[family.reference])).content.decode()
    assert "Leila" in own
    assert "Nothing. Under 12" in own
    leila = client.get(address(family.reference, person_in(family, "Leila"), "who_sees"))
    said = text_of({"": leila.content})
    assert "You" in said
    assert "Nadia Rahman, your mother" in " ".join(said.replace("\u2068", "").split())
    assert "Yusra" not in said
    nadia = client.get(address(family.reference, person_in(family, "Nadia"), "who_sees"))
    assert "Leila" not in text_of({"": nadia.content})  # nothing says that she has a view (S6)


@pytest.mark.requirement("S14", "S30")
def test_who_has_looked_names_nobody_who_saw_it_without_agreement(cast: Cast) -> None:
    from hub.access.inside.queries import looked_inside
    from hub.access.queries import who_sees

    danso = cast.family("danso")
    with acting(cast.actor("kit")) as kit:
        door.open_file(kit, danso.reference, "family", now=clock.now())
    told = next(iter(_members(danso.id)))
    with inside(danso.reference, told) as file:
        looked = {look.name for look in looked_inside(file, now=clock.now())}
        assert "Kit Lawson" not in looked
        assert looked
        assert "Kit Lawson" not in {line.name for line in who_sees(file, now=clock.now())[0]}


def _members(family: int) -> list[int]:
    with past_the_wall() as behind:
        rows = behind.execute(
            "select given_by_id from consent_agreement where family_id = %s and until_at is null",
            [family],
        ).fetchall()
    return [row[0] for row in rows]


@pytest.mark.requirement("2.83", "S5", "S19")
def test_a_goal_kept_from_one_parent_is_gone_for_them_and_there_for_the_other(cast: Cast) -> None:
    family, client = cast.family("okafor"), browser(cast, "amina")
    with past_the_wall() as database:
        row = database.execute(
            "select g.id, g.words from plans_goal g join plans_plan p on p.id = g.plan_id"
            " join families_familyreference r on r.family_id = g.family_id"
            " where r.reference = %s and p.closed_at is null order by g.id limit 1",
            [family.reference],
        ).fetchone()
    assert row is not None
    goal, words = row
    person = person_in(family, "Chidinma")
    page = address(family.reference, person, "plan")
    assert words in client.get(page).content.decode()

    sent = {"whom": f"person-{person}", "wish": "nobody"}
    kept = post(client, reverse("private_goal", args=[family.reference, goal]), **sent)

    assert kept.status_code == 302
    after = client.get(page)
    assert after.status_code == 200
    assert words not in after.content.decode()
    assert words in client.get(reverse("plan", args=[family.reference])).content.decode()
