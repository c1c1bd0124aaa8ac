"""A page made one that is only read."""

import pytest

from hub.web.staff.views.reading import only_to_read

TWINS = {"/f/": "/v/?why=a&b=1"}


def read(content: str) -> str:
    page = f"<!DOCTYPE html><html><title>T</title><a href='/x/'>x</a><main>{content}</main></html>"
    return only_to_read(page, TWINS, "<b>banner</b>", "A & B").partition("<b>banner</b>")[2]


@pytest.mark.parametrize(
    ("content", "left"),
    [
        ("<p>Words</p>", "<p>Words</p>"),
        ('<p><a href="/f/">F</a></p>', '<p><a href="/v/?why=a&amp;b=1">F</a></p>'),
        ('<p><a href="/change/">Change</a></p>', ""),
        ('<p>Read <a href="/f/">F</a><br>\n <a href="/change/">Change</a></p>',
         '<p>Read <a href="/v/?why=a&amp;b=1">F</a></p>'),
        ('<p>There is none. <a href="/add/">Add <b>one</b></a></p>', "<p>There is none.</p>"),
        ('<a href="#plan">Plan</a><a href="tel:999">9</a>',
         '<a href="#plan">Plan</a><a href="tel:999">9</a>'),
        ('<form action="/f/"><p>Sure?</p><button>Yes</button></form><p>After</p>', "<p>After</p>"),
        ('<button>Do</button><input name="a">', ""),
        ('<ul><li><a href="/z/">Z</a></li></ul><h2>H</h2>', "<h2>H</h2>"),
        ('<ul><li><a href="/z/">Z</a></li><li>Y</li></ul>', "<ul><li>Y</li></ul>"),
        ('<span><a href="/z/">Z</a> · <a href="/y/">Y</a></span>!', "!"),
        ("<p>&amp; &lt;b&gt; &#39;</p>", "<p>&amp; &lt;b&gt; &#39;</p>"),
        ('<svg viewBox="0 0 1 1"><path d="M0"/></svg>',
         '<svg viewBox="0 0 1 1"><path d="M0"/></svg>'),
        ('<p class="x"></p>', '<p class="x"></p>'),
    ],
)  # fmt: skip
def test_what_acts_is_gone_and_what_is_read_stays(content: str, left: str) -> None:
    assert read(content) == f"{left}</main></html>"


def test_around_the_content_links_stay_and_the_title_says_as_whom() -> None:
    whole = only_to_read(
        "<title>Plan</title><a href='/x/'>x</a><a href=\"/f/\">f</a><main></main>", TWINS, "", "A<B"
    )

    assert whole == (
        "<title>As A&lt;B sees it: Plan</title><a href='/x/'>x</a>"
        '<a href="/v/?why=a&amp;b=1">f</a><main></main>'
    )
