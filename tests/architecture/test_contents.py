"""Nothing stands in the tree that belongs to a machine, a registry or a real person."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.architecture import source

# Written by tools, or somebody else's; they hold hashes, numbers and addresses of their own.
NOT_OURS = re.compile(
    r"requirements/\w+\.txt|package-lock\.json|fixtures/|LICEN[CS]E|\.(css|js|gz)$"
)
MACHINE = re.compile(r"(?<![\w.~-])/(?:home|Users|work|root)/[\w.-]+")
REGISTRY = re.compile(
    r"\b(?:files\.pythonhosted\.org|pypi\.org|registry\.(?:npmjs|yarnpkg)\.\w+|\w*artifactory\w*|"
    r"[\w.-]*nexus[\w-]*\.\w+|--(?:extra-)?index-url\s+\S+|\"resolved\":)"
)
# Numbers that Ofcom keeps free for drama.
DRAMA = re.compile(
    r"(?:0207946|011[3-8]496|01[2-6]1496)0\d{3}|07700900\d{3}|0191498\d{4}|01632960\d{3}|"
    r"02896496\d{3}|02920180\d{3}|03069990\d{3}|08081570\d{3}"
)
PHONE = re.compile(r"(?<![\w.+-])(?:\+44\s?|\(?0)\d[\d ()-]{7,13}\d(?![\w.-]|\.\d)")
NHS = re.compile(r"(?<![\w.-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\w-]|\.\d)")
EMAIL = re.compile(r"(?<![\w/:])[\w.+-]+@((?:[\w-]+\.)+[a-z]{2,})\b")
RESERVED = re.compile(r"(?:^|\.)example(?:\.(?:org|com|net))?$|\.(?:test|invalid)$")


def machine_paths(text: str) -> Iterator[str]:
    """Folders of somebody's own machine."""
    yield from MACHINE.findall(text)


def registries(text: str) -> Iterator[str]:
    """Addresses packages are fetched from: who installs decides them."""
    yield from REGISTRY.findall(text)


def real_phones(text: str) -> Iterator[str]:
    """Telephone numbers outside the ranges reserved for drama."""
    for found in PHONE.findall(text):
        number = re.sub(r"^(\+44|440)", "0", re.sub(r"[ ()-]", "", found))
        if len(number) in (10, 11) and not DRAMA.fullmatch(number):
            yield found


def real_nhs_numbers(text: str) -> Iterator[str]:
    """Numbers with a right check digit that somebody may have: only those from 999 are nobody's."""
    for found in NHS.findall(text):
        digits = [int(letter) for letter in found if letter.isdigit()]
        rest = 11 - sum(d * w for d, w in zip(digits, range(10, 1, -1), strict=False)) % 11
        if rest % 11 == digits[9] and rest != 10 and digits[:3] != [9, 9, 9]:
            yield found


def real_mail_domains(text: str) -> Iterator[str]:
    """Domains of mail addresses that may be somebody's."""
    yield from (domain for domain in EMAIL.findall(text) if not RESERVED.search(domain))


LOOKS: list[Callable[[str], Iterator[str]]] = [
    machine_paths,
    registries,
    real_phones,
    real_nhs_numbers,
    real_mail_domains,
]


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.__name__)
def test_the_tree_is_free_of(look: Callable[[str], Iterator[str]]) -> None:
    files = [path for path in source.kept() if not NOT_OURS.search(source.name_of(path))]

    found = [
        f"{source.name_of(path)}: {what}"
        for path in files
        if path != Path(__file__)
        for what in look(source.text_of(path))
    ]

    assert found == []


def test_the_locked_files_name_no_registry() -> None:
    locked = [path for path in source.kept() if path.name.endswith((".txt", "package-lock.json"))]

    assert [source.name_of(path) for path in locked for _ in registries(source.text_of(path))] == []


@pytest.mark.parametrize(
    ("look", "text"),
    [
        (machine_paths, "see /home/sam/hub"),
        (registries, "from https://pypi.org/simple"),
        (real_phones, "ring 020 7123 4567"),
        (real_phones, "ring +44 7911 123456"),
        (real_nhs_numbers, "943 476 5919"),
        (real_mail_domains, "sam@council.gov.uk"),
    ],
)
def test_what_must_not_be_there_would_be_found(
    look: Callable[[str], Iterator[str]], text: str
) -> None:
    assert list(look(text))


@pytest.mark.parametrize(
    ("look", "text"),
    [
        (real_phones, "020 7946 0123, 07700 900123, +44 7700 900123, 0113 496 0144"),
        (real_nhs_numbers, "999 123 4560, 9990000018"),
        (real_mail_domains, "amina@riverside.example.org, govuk@6.3.0, hub_web@db.example.org"),
    ],
)
def test_what_is_nobodys_is_left_alone(look: Callable[[str], Iterator[str]], text: str) -> None:
    assert list(look(text)) == []
