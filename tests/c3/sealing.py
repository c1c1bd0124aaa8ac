"""The forms by which who somebody was is sealed and opened."""

from tests.c3.forms import Row, of, perhaps, typing


def rows() -> list[Row]:
    """Who somebody was is sealed, its two people named; they open it, hand it over and end it."""
    newest = perhaps("sealed", "select id from sealed_sealed order by sealed_at desc limit 1")
    two = {"first": "hanna@riverside.example.org", "second": "carys@northgate.example.org"}
    return [
        Row("sealing", numbers=of("person", place=1), typed=typing(
            ground="transition", given_names="Maya", because="She asked", certain="yes")),
        Row("sealed_keepers", "farid", numbers=newest, typed=typing(**two)),
        Row("sealed_record", "carys", numbers=newest, typed=typing(because="A claim")),
        Row("sealed_handover", "carys", numbers=newest, typed=typing(
            email="grace@riverside.example.org")),
        Row("sealed_end", "carys", numbers=newest),
    ]  # fmt: skip
