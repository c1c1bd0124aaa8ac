"""Names as they come: long, short, in other scripts, of people not born yet."""

from datetime import date

from hub.kernel.dates import Accuracy, PartialDate

TODAY = date(2026, 3, 2)
EXAMPLES = {
    "A child": {
        "name": "Dylan Pryce-Okafor",
        "born": PartialDate(date(2018, 9, 14), Accuracy.EXACT),
        "today": TODAY,
    },
    "Known as another name": {
        "name": "Oluwaseun Adeyemi",
        "known_as": "Seun",
        "born": PartialDate(date(1991, 1, 1), Accuracy.YEAR),
        "today": TODAY,
        "href": "#seun",
    },
    "In Arabic": {
        "name": "أمينة يوسف",
        "known_as": "Amina",
        "born": PartialDate(date(1989, 1, 30), Accuracy.ESTIMATED),
        "today": TODAY,
    },
    "Not born yet": {
        "name": "Baby Kowalczyk",
        "born": PartialDate(date(2026, 5, 20), Accuracy.DUE),
        "today": TODAY,
    },
    "A baby": {
        "name": "Mei 李",
        "born": PartialDate(date(2025, 10, 20), Accuracy.EXACT),
        "today": TODAY,
    },
    "One very long word": {"name": "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren"},
}
