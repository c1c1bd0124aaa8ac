"""Pages are drawn with the database closed, in a frame that says who, where and whom to ring."""

import logging
from typing import Any

import pytest
from django.db import connection
from django.http import QueryDict
from django.template import engines
from django.test import RequestFactory
from jinja2 import UndefinedError

from hub.kernel.files import Actor, ActorKind
from hub.ui.draw import QueryWhileDrawing, database_closed, draw
from hub.ui.gallery_forms import Kinds
from tests.ui.html import parsed, walk

AMINA = Actor(ActorKind.PRACTITIONER, 1, "أمينة <i>", agency_name="Home from Home")


def page(template: str = "staff/layout.html", **context: Any) -> str:
    request = RequestFactory().get("/")
    return draw(request, template, **context).content.decode()


@pytest.mark.django_db
def test_a_query_while_drawing_is_an_error_in_tests() -> None:
    with database_closed(), pytest.raises(QueryWhileDrawing), connection.cursor() as cursor:
        cursor.execute("select 1")


@pytest.mark.django_db
def test_a_query_while_drawing_is_logged_without_its_words_in_production(
    settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.DEBUG_DRAWING = False

    with database_closed(), caplog.at_level(logging.ERROR), connection.cursor() as cursor:
        cursor.execute("select 'Amina'")
        found = cursor.fetchone()

    assert found == ("Amina",)
    assert caplog.messages == ["query while drawing"]


@pytest.mark.django_db
def test_the_database_is_open_again_after_drawing() -> None:
    page()

    with connection.cursor() as cursor:
        cursor.execute("select 1")
        assert cursor.fetchone() == (1,)


@pytest.mark.parametrize("template", ["staff/layout.html", "public/layout.html"])
def test_a_layout_is_a_valid_page_with_nothing_inline(template: str) -> None:
    elements = walk(page(template, actor=AMINA, help_numbers=[("Social care", "020 7946 0123")]))

    assert not [e for e in elements if "style" in e.attrib or e.tag == "style"]
    scripts = [e for e in elements if e.tag == "script"]
    assert [(e.get("type"), bool(e.get("src")), e.text) for e in scripts] == [
        ("module", True, None)
    ]


def test_a_staff_page_says_who_is_signed_in_and_signs_out_by_post() -> None:
    drawn = page(actor=AMINA)

    assert "<bdi>أمينة &lt;i&gt;</bdi>" in drawn
    [form] = parsed(drawn).iter("form")
    assert (form.get("method"), form.get("action")) == ("post", "/sign-out/")
    assert form.find("input").get("name") == "csrfmiddlewaretoken"


@pytest.mark.requirement("3.15", "S32")
def test_every_staff_page_says_what_to_do_when_somebody_is_not_safe() -> None:
    drawn = page(actor=AMINA, help_numbers=[("Children's social care", "020 7946 0123")])

    assert "Worried that a child or adult is not safe?" in drawn
    assert 'href="tel:02079460123"' in drawn


def test_a_public_page_shows_nobodys_name() -> None:
    assert "Home from Home" not in page("public/layout.html", actor=AMINA)


def test_the_title_says_when_something_is_wrong() -> None:
    wrong = Kinds(QueryDict("given="))

    assert "<title>Error: Family Hub" in page(form=wrong)
    assert "<title>Family Hub" in page(form=Kinds())


def test_a_demonstration_says_so_on_every_page(settings: Any) -> None:
    assert "Every person here is made up" in page("public/layout.html")

    settings.DEMONSTRATION = False
    assert "Every person here is made up" not in page("public/layout.html")


def test_the_request_may_carry_what_surrounds_a_page() -> None:
    request = RequestFactory().get("/")
    request.navigation = [{"text": "My families", "href": "/", "current": True}]  # type: ignore[attr-defined]

    drawn = draw(request, "staff/layout.html", back="/before/", status=409)

    assert drawn.status_code == 409
    assert b"My families" in drawn.content
    assert b'href="/before/" class="govuk-back-link"' in drawn.content


def test_a_name_nobody_gave_is_an_error_in_our_templates_and_not_in_govuks() -> None:
    engine: Any = engines["jinja2"]
    button = '{% from "govuk_frontend_jinja/components/button/macro.html" import govukButton %}'

    drawn = engine.from_string(button + "{{ govukButton({'text': '<b>'}) }}").render()
    with pytest.raises(UndefinedError):
        engine.from_string("{{ nobody }}").render()

    assert "&lt;b&gt;" in drawn
