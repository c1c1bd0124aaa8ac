"""The families of the story: a dozen, each there to show one thing.

`seen_by` says who sees how much of each: what the matrices of the tests hold the door to. Whoever
it does not name sees nothing, and cannot tell the family from one that is not there.
"""

from typing import Final

from hub.story.told import About as About
from hub.story.told import Member as Member
from hub.story.told import Ordered as Ordered
from hub.story.told import Step as Step
from hub.story.told import Told as Told

ADULT, CHILD, UNBORN = "adult", "child", "unborn"


AGENCY: Final = {
    "health": "Riverside Health Visiting",
    "nursing": "Riverside School Nursing",
    "school": "Tidewell Primary School",
    "housing": "Northgate Homes",
    "lantern": "Lantern Families",
    "midwives": "Harbour Midwives",
    "beacon": "Beacon Academy",
}


def _many_steps(count: int) -> tuple[Step, ...]:
    owners = ("amina", "grace", "Tomasz", "Ewa")
    return tuple(
        Step(f"Step {n} of a long list, said as plainly as the others", owners[n % 4], n * 2 - 30)
        for n in range(1, count + 1)
    )


FAMILIES: Final = (
    Told(
        "okafor", "a plan and a team; a goal held back from the nurse, a father from the school",
        "amina",
        (
            Member("Chidinma", "Okafor", ADULT, 34, "07700 900201", "mother"),
            Member("Obinna", "Okafor", ADULT, 36, "", "father"),
            Member("Adaeze", "Okafor", CHILD, 6.3),
            Member("Kelechi", "Okafor", CHILD, 2.1),
        ),
        ("health", "nursing", "school"),
        {"amina": "record", "grace": "plan", "ben": "summary", "hanna": "signpost",
         "dilip": "summary"},
        address=("Flat 4, 12 Saltmarsh Road", "ZA1 4AB"), working=("ben", "grace"),
        team=("grace",), plan=True, kept_from=(("goal", "nursing"), ("member", "school")),
        about=(
            About("language", "Chidinma", {"languages": "Igbo and English", "interpreter": "no",
                                           "ways": ["childcare"]}),
            About("language", "Obinna", {"languages": "Igbo, a little Efik", "interpreter": "yes",
                                         "interpreter_words": "Igbo, a man if it can be"}),
            About("helpers", "Adaeze", {"school": "Tidewell Primary School, Mrs Bright",
                                        "doctor": "The Saltmarsh Practice"}),
            About("background", "Chidinma", {"ethnicity": "african", "gender": "female",
                                             "faith": "Church on Sundays, no pork"}),
            About("needs", "Obinna", {"conditions": ["MOB"], "caring": "no",
                                      "helps": "His back; stairs are bad in the mornings"}),
            About("words", "Chidinma", {"wishes": "I want one evening a week that is mine"}),
            About("words", "Obinna", {"strengths": "I mend things, and people ask me to",
                                      "speaker": "somebody"}, ("team", "adults")),
            About("said", "Adaeze", {"words": "I do not like it when Mummy cries"}),
            About("said", "Kelechi", {"words": "He points at the door when the bell rings"},
                  by="grace"),
            About("told", "Adaeze", {"may": "some", "told": "Mornings at the gate are hard",
                                     "how": "With me there", "by_whom": "Grace"}, ("team",),
                  by="grace"),
            About("story", "", {"going_well": "We cook together every Saturday",
                                "worries": "Adaeze cries at the school gate"}),
            About("living", "", {"housing": "The bedroom wall is damp"}),
            About("alone", "Chidinma", {"safe": "yes", "words": "She said all is calm at home",
                                        "reach": "Between nine and noon"}),
        ),
        ordered=(Ordered("prohibited_steps", "Adaeze", "Emeka, an uncle", ("no_taking",)),),
        goals=(
            ("We want Adaeze to be happy going to school in the mornings",
             (Step("Meet Adaeze at the gate every morning for two weeks", "grace", 9),
              Step("Walk to school with Kelechi's buggy by the canal path", "Chidinma", 4),
              Step("Find out about breakfast club places", "amina", -3))),
            ("We want to sleep through the night",
             (Step("Keep a sleep diary for Kelechi for ten days", "Obinna", 12),
              Step("Talk through a bedtime plan at the next visit", "amina", -12, True))),
        ),
    ),
    Told(
        "haddad", "names in Arabic, and a plan being started", "amina",
        (
            Member("ليلى", "الحداد", ADULT, 29, "07700 900202", "mother"),
            Member("يوسف", "الحداد", CHILD, 4.5),
        ),
        ("health",),
        {"amina": "record", "hanna": "signpost", "dilip": "summary"},
        address=("3 Reed Walk", "ZA1 4DE"),
    ),
    Told(
        "price", "stopped sharing with the school last week", "amina",
        (
            Member("Megan", "Price", ADULT, 41, "megan.price@example.org", "mother"),
            Member("Rhys", "Price", CHILD, 9.9),
        ),
        ("health", "school"),
        {"amina": "record", "hanna": "signpost", "dilip": "summary"},
        address=("27 Tidal Street", "ZA1 5EF"), working=("ben",), withdrawn=("school",), plan=True,
        goals=(("Rhys wants to join the football team", ()),),
    ),
    Told(
        "silva", "asked that one worker of an agreed agency sees nothing", "amina",
        (
            Member("Beatriz", "Silva", ADULT, 38, "07700 900204", "mother"),
            Member("Tiago", "Silva", CHILD, 11.2),
        ),
        ("health", "lantern"),
        {"amina": "record", "hanna": "signpost", "kit": "signpost", "noor": "signpost",
         "dilip": "summary"},
        address=("8 Lock Keepers Row", "ZA1 5GH"), kept_from=(("family", "joan"),),
    ),
    Told(
        "nguyen", "its address is held back from one agency that sees the rest", "amina",
        (
            Member("Linh", "Nguyen", ADULT, 33, "07700 900205", "mother"),
            Member("Minh", "Nguyen", CHILD, 7.7),
        ),
        ("health", "lantern"),
        {"amina": "record", "hanna": "signpost", "joan": "signpost", "noor": "signpost",
         "kit": "summary", "dilip": "summary"},
        address=("Kept quiet, 99 Hidden Lane", "ZA9 9ZZ"), working=("kit",),
        kept_from=(("address", "lantern"),),
    ),
    Told(
        "kowalska", "a plan with forty actions; a son who turned 16 since they came", "amina",
        (
            Member("Ewa", "Kowalska-Wojciechowska", ADULT, 45, "07700 900206", "mother"),
            Member("Tomasz", "Wojciechowski", CHILD, 16.05),
        ),
        ("health", "nursing"),
        {"amina": "record", "grace": "plan", "hanna": "signpost", "dilip": "summary"},
        address=("61 Ropewalk", "ZA1 6JL"), team=("grace",), plan=True,
        goals=(("We want the flat to be ours again, and quiet", _many_steps(40)),),
    ),
    Told(
        "bibi", "a closed plan: things are better", "amina",
        (
            Member("Rukhsana", "Bibi", ADULT, 31, "07700 900207", "mother"),
            Member("Zara", "Bibi", CHILD, 3.4),
        ),
        ("health", "nursing"),
        {"amina": "record", "hanna": "signpost", "grace": "signpost", "dilip": "summary"},
        address=("2 Sluice Court", "ZA1 6LN"), plan=True, closed="enough",
        goals=(("We want to be out of the hostel by the summer",
                (Step("Bid on a two-bedroom home every week", "Rukhsana", -40, True),)),),
    ),
    Told(
        "danso", "shared without agreement, by an override that ends", "amina",
        (
            Member("Abena", "Danso", ADULT, 27, "", "mother"),
            Member("Kofi", "Danso", CHILD, 1.2),
        ),
        ("health",),
        {"amina": "record", "hanna": "signpost", "kit": "summary", "dilip": "summary"},
        address=("40 Staithe Road", "ZA1 7NP"), shown_to=("kit",),
    ),
    Told(
        "brennan", "lives at a refuge that holds the address", "lena",
        (
            Member("Aoife", "Brennan", ADULT, 35, "", "mother"),
            Member("Fionn", "Brennan", CHILD, 8.1),
        ),
        ("midwives",), {"lena": "record", "petra": "summary"}, held_by="Safe Haven, duty desk",
    ),
    Told(
        "murray", "Fionn's father and his new family, kept apart from the other", "amina",
        (
            Member("Declan", "Murray", ADULT, 37, "07700 900209", "father"),
            Member("Maeve", "Murray", CHILD, 1.4),
        ),
        ("health",),
        {"amina": "record", "hanna": "signpost", "dilip": "summary"},
        address=("5 Quayside", "ZA2 1QR"), shares=("brennan", "Fionn"),
    ),
    Told(
        "osei", "a baby on the way", "lena",
        (
            Member("Efia", "Osei", ADULT, 24, "07700 900210", "mother"),
            Member("Baby", "Osei", UNBORN, "due 10"),
        ),
        ("midwives",), {"lena": "record", "petra": "summary"},
        address=("Unit 7, Old Custom House", "ZA2 2ST"),
    ),
    Told(
        "marin", "its lead has left, so the coordinator is asked to find another", "idris",
        (
            Member("Ioana", "Marin", ADULT, 39, "07700 900211", "mother"),
            Member("Andrei", "Marin", CHILD, 13.0),
        ),
        ("beacon", "midwives"),
        {"lena": "signpost", "petra": "summary"},
        address=("18 Mole End", "ZA2 3UW"), plan=True,
        goals=(("Andrei wants to be listened to", ()),),
    ),
    Told(
        "young", "a young person of fourteen who agreed alone", "lena",
        (
            Member("Sky", "Yarwood", CHILD, 14.4, "07700 900212"),
        ),
        ("midwives",), {"lena": "record", "petra": "summary"}, judged="Sky",
        address=("Above 3 Chandlers Yard", "ZA2 4WX"),
    ),
    Told(
        "lindgren", "lets the school know only who leads, for three weeks; a father who said no",
        "amina",
        (
            Member("Astrid", "Lindgren", ADULT, 32, "07700 900213", "mother"),
            Member("Nils", "Lindgren", ADULT, 33, "", "father"),
            Member("Saga", "Lindgren", CHILD, 5.2),
        ),
        ("health", "school"),
        {"amina": "record", "hanna": "signpost", "ben": "signpost", "dilip": "summary"},
        address=("14 Curlew Lane", "ZA1 7QR"), working=("ben",),
        less=(("school", 1, 20),), said_no=(("Nils", "nursing"),),
    ),
    Told(
        "rahman", "parents who live apart, and a fourteen-year-old; each sees their own", "lena",
        (
            Member("Nadia", "Rahman", ADULT, 41, "07700 900223", "mother"),
            Member("Karim", "Rahman", ADULT, None, "07700 900224", "father"),
            Member("Leila", "Rahman", CHILD, 14.6, "07700 900225"),
            Member("Yusra", "Rahman", CHILD, 8.2),
        ),
        ("midwives",), {"lena": "record", "petra": "summary"},
        address=("Second floor, 40 Quayside Lofts", "ZA2 5YA"), plan=True,
        said_yes=("Karim", "Leila"), apart=("Karim",),
        goals=(
            ("We want Yusra to feel at home in both places",
             (Step("Pack the same two books each time she changes over", "Nadia", 6),
              Step("Keep Saturdays free for swimming", "Karim", 8))),
            ("Leila wants somebody of her own to talk to",
             (Step("Meet Leila after school, on her own", "lena", 5),)),
        ),
        about=(
            About("language", "Nadia", {"languages": "Bengali and English"}),
            About("helpers", "Yusra", {"school": "Quayside Infants, Mr Larch",
                                       "doctor": "The Quayside Surgery"}),
            About("needs", "Leila", {"helps": "She does not sleep when it is about the move"}),
            About("words", "Nadia", {"wishes": "I want to paint again"}),
            About("story", "", {"worries": "The handovers on Sundays"}),
        ),
        kept_from=(("goal", "Nadia"), ("places", "Karim")),
    ),
    Told(
        "ashdown", "the health visitor's file of a family that the school registered too", "amina",
        (
            Member("Rosa", "Ashdown", ADULT, 33, "07700 900226", "mother"),
            Member("Billie", "Ashdown", CHILD, 6.4),
            Member("Jory", "Ashdown", CHILD, 1.8),
        ),
        ("health", "school"),
        {"amina": "record", "hanna": "signpost", "ben": "signpost", "dilip": "summary"},
        address=("Flat 1, 9 Fuller's Yard", "ZA1 5KL"), plan=True,
        goals=(("Rosa wants a morning a week to herself", ()),),
    ),
    Told(
        "ashdown-reid", "the school's file of the same family, worded in its own way", "ben",
        (
            Member("Rosie", "Ashdown-Reid", ADULT, 33, "07700 900226", "mother"),
            Member("Billie", "Ashdown", CHILD, 6.4),
        ),
        ("school", "health"),
        {"ben": "record", "amina": "signpost", "hanna": "signpost", "dilip": "summary"},
        address=("9 Fullers Yard", "ZA1 5KL"),
    ),
)  # fmt: skip
