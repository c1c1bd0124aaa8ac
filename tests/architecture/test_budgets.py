"""Small files, small functions, small templates. The list of exceptions may only shrink."""

from django.urls import get_resolver

from tests.architecture.sizes import LONGEST_VIEW, exceptions, sizes, view_lengths
from tests.architecture.test_pages import patterns


def test_nothing_is_over_its_budget_but_what_the_list_names() -> None:
    allowed = exceptions()

    over = [
        f"{name}: {lines} lines, {allowed.get(name, budget)} allowed"
        for name, lines, budget in sizes()
        if lines > allowed.get(name, budget)
    ]

    assert over == []


def test_the_list_of_exceptions_only_shrinks() -> None:
    """What became smaller is lowered in the list, what fits again is taken off."""
    views = view_lengths(view for _, view in patterns(get_resolver("config.urls")))
    now = {name: (lines, LONGEST_VIEW) for name, lines in views}
    for name, lines, budget in sizes():
        now[name] = max(now.get(name, (0, 0)), (lines, budget))

    stale = [
        f"{name}: {size} in the list, {now.get(name, (0, 0))[0]} lines now"
        for name, size in exceptions().items()
        if name not in now or now[name][0] < size or size <= now[name][1]
    ]

    assert stale == []
