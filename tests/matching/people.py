"""A few families that the search has to tell apart."""

from dataclasses import replace
from typing import Any, Final

from hub.matching.rules import Description

HOME: Final = Description(
    surname="Okonkwo", address="7 Mill Lane", town="Marsh End", postcode="LS6 2AB",
    phones=("07700 900321",),
)  # fmt: skip


def at_home(given: str, born: str, sex: str, **more: Any) -> Description:
    """Somebody of the family at the mill."""
    return replace(HOME, given=given, born=born, sex=sex, **more)


# entry, person, group, who
KNOWN: Final = (
    (1, 101, 11, at_home("Ngozi", "1985-03-09", "f", surname="Eze")),
    (2, 102, 11, at_home("Daniel", "2014-06-21", "m")),
    (3, 103, 11, at_home("David", "2014-06-21", "m")),  # his twin
    (4, 104, 11, at_home("Blessing", "2017-11-02", "f")),
    (5, 105, 12, Description(given="John", surname="Pemberly", born="1958-02-03", sex="m",
                             address="3 Hill Top", town="Farley", postcode="YO1 7HH")),
    (6, 106, 12, Description(given="John", surname="Pemberly", born="1986-09-14", sex="m",
                             address="3 Hill Top", town="Farley", postcode="YO1 7HH")),
    (7, 107, 13, Description(given="Fatima", surname="Khan", born="2012-04-05", sex="f",
                             address="9 High Street", town="Marsh End", postcode="LS1 4AB")),
    (8, 108, 14, Description(given="Fatima", surname="Khan", born="2012-09-30", sex="f",
                             address="80 Quay Road", town="Farley", postcode="YO2 3CD")),
    (9, 109, 15, Description(given="Aleksandra", middle="Maria", surname="Wiśniewska-Brown",
                             former_surnames=("Nowak",), born="1990-12-01", sex="f",
                             address="Flat 2, 14 Lock Street", town="Farley",
                             postcode="YO2 4EF", nhs="9991234560")),
    (10, 110, 15, Description(given="Lena", surname="Brown", born="2020-01-05", sex="f",
                              address="Flat 2, 14 Lock Street", town="Farley",
                              postcode="YO2 4EF", phones=("07700 900777",))),
)  # fmt: skip
