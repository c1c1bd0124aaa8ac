"""The forms by which something is kept private."""

from tests.c3 import merged
from tests.c3.forms import Row, kept_from, of


def rows() -> list[Row]:
    northgate = kept_from("Northgate Homes")
    return [
        *merged.rows(),  # first, while both families are as the story tells them
        Row("private_places", typed=kept_from("Lantern Families")),
        Row("private_person", numbers=of("person"), typed=northgate),
        Row("private_address", numbers=of("address"), typed=lambda w: {
            "whom": "other", "email": "carys@northgate.example.org",
            "wish": str(w.ids["okafor"]["person"][0])}),
        Row("private_contact", numbers=of("contact"), typed=northgate),
        Row("private_goal", numbers=of("goal"), typed=northgate),
        Row("private_action", numbers=of("action"), typed=northgate),
        *(Row(f"private_{kind}", numbers=of(kind), typed=northgate) for kind in
          ("relationship", "responsibility", "agreement", "involvement")),
        Row("private_end", numbers=of("restriction")),
    ]  # fmt: skip
