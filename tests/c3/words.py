"""The forms of the words families are asked with, and of rules for emergencies."""

from tests.c3.forms import Row, day, now_there, typing
from tests.cast import past_the_wall

FIRST = "select id from consent_purpose where until_at is null order by position limit 1"
LAST = "select id from consent_purpose where until_at is null order by position desc limit 1"
ENGLISH = "select id from consent_wording where language = 'en' order by published_at desc, id desc"

NEWEST = "select id from consent_emergencyrule order by from_on desc limit 1"


def rows() -> list[Row]:
    """A purpose added, moved and ended; a translation published; a rule made and ended."""

    def urdu(world: object) -> dict[str, object]:
        with past_the_wall() as database:
            (english,) = database.execute(ENGLISH).fetchone() or (0,)
        return {
            "text": "ہم لکھتے ہیں", "checker": "Sana Malik", "checker_is": "translator",
            "same": str(english), "step": "publish",
        }  # fmt: skip

    return [
        Row("purpose_new", "efua", typed=typing(words="So that somebody can drive you")),
        Row("purpose_place", "efua", numbers=now_there("purpose", LAST), stands_in="purposes",
            typed=typing(up="yes")),
        Row("purpose_end", "efua", numbers=now_there("purpose", FIRST)),
        Row("wording_new", "efua", numbers=lambda world: {"language": "ur"}, typed=urdu),
        Row("emergency_rule_new", "efua", typed=typing(
            reason="Snow", sign_days="40", **day("from_on", 300), **day("until_on", 310))),
        Row("emergency_rule_end", "efua", numbers=now_there("rule", NEWEST)),
    ]  # fmt: skip
