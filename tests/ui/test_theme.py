"""A council's own name, colour and logo; and how much of it all a browser has to fetch."""

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client, RequestFactory

from hub.ui.draw import draw
from hub.ui.theme import check_colour

STATIC = Path(__file__).resolve().parents[2] / "hub/ui/static/ui"


def test_a_councils_colour_is_a_stylesheet_of_its_own(client: Client, settings: Any) -> None:
    settings.HUB_COLOUR = "#6A1B4D"

    drawn = draw(RequestFactory().get("/"), "public/layout.html").content.decode()
    css = client.get("/theme.css")

    assert 'href="/theme.css?v=' in drawn
    assert css.content == b":root{--govuk-brand-colour:#6a1b4d}"
    assert css["Content-Type"] == "text/css"


def test_without_a_colour_there_is_nothing_more_to_fetch(client: Client) -> None:
    assert b"theme.css" not in draw(RequestFactory().get("/"), "public/layout.html").content
    assert client.get("/theme.css").content == b""


@pytest.mark.parametrize("colour", ["#ffdd00", "#999999", "red", "#fff", "#14505c;}body{"])
def test_a_colour_that_cannot_be_read_on_or_is_none_is_refused(colour: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="HUB_COLOUR"):
        check_colour(colour)


def test_a_councils_name_and_logo_stand_in_the_header(
    client: Client, settings: Any, tmp_path: Path
) -> None:
    settings.HUB_NAME, settings.HUB_AREA = "Hwb Teulu", "Cwm <Uchaf>"
    settings.HUB_LOGO = str(tmp_path / "logo.svg")
    Path(settings.HUB_LOGO).write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")

    drawn = draw(RequestFactory().get("/"), "public/layout.html").content.decode()
    logo = client.get("/logo")

    assert "Hwb Teulu" in drawn
    assert "Cwm &lt;Uchaf&gt;" in drawn
    assert 'src="/logo?v=' in drawn
    assert logo["Content-Type"] == "image/svg+xml"
    assert logo["Content-Security-Policy"].startswith("default-src 'none'")


@pytest.mark.parametrize("name", ["logo.gif", "missing.svg"])
def test_a_logo_that_is_none_is_refused(settings: Any, tmp_path: Path, name: str) -> None:
    (tmp_path / "logo.gif").write_bytes(b"GIF89a")
    settings.HUB_LOGO = str(tmp_path / name)

    with pytest.raises(ImproperlyConfigured, match="HUB_LOGO"):
        draw(RequestFactory().get("/"), "public/layout.html")


def test_without_a_logo_of_the_councils_that_page_is_not_there(client: Client) -> None:
    assert client.get("/logo").status_code == 404


def test_all_that_a_browser_fetches_once_is_small() -> None:
    once = sum(len(gzip.compress(path.read_bytes())) for path in STATIC.glob("*.*"))

    assert once <= 25_000  # of the 120 kB for a first visit; no fonts, no pictures


def test_the_styles_carry_no_crown_no_government_typeface_and_fetch_nothing() -> None:
    css = (STATIC / "hub.css").read_text()

    assert "GDS Transport" not in css
    assert "crest" not in css
    assert "url(" not in css
    assert "@import" not in css


def test_the_styles_speak_of_start_and_end_not_of_left_and_right() -> None:
    css = (STATIC / "hub.css").read_text()

    assert re.findall(r"[{;](?:margin-|padding-|border-|text-align:)?(?:left|right)\b", css) == []
