"""The standard question's answers, with the codes of other systems (standards 5.5).

A code is left empty where one of ours can be two of theirs: "Gypsy or Irish Traveller" is two in
the children in need census, and nobody is asked which just for that.
"""

from django.db import migrations

ASIAN = "Asian or Asian British"
BLACK = "Black, Black British, Caribbean or African"
MIXED = "Mixed or multiple ethnic groups"
WHITE = "White"
OTHER = "Another ethnic group"
# Code, kind, words, then what DfE, ONS 2021 and the NHS call it.
ETHNICITIES = (
    ("indian", ASIAN, "Indian", "AIND", "3", "H"),
    ("pakistani", ASIAN, "Pakistani", "APKN", "4", "J"),
    ("bangladeshi", ASIAN, "Bangladeshi", "ABAN", "1", "K"),
    ("chinese", ASIAN, "Chinese", "CHNE", "2", "R"),
    ("other_asian", ASIAN, "Any other Asian background", "AOTH", "5", "L"),
    ("caribbean", BLACK, "Caribbean", "BCRB", "7", "M"),
    ("african", BLACK, "African", "BAFR", "6", "N"),
    (
        "other_black",
        BLACK,
        "Any other Black, Black British or Caribbean background",
        "BOTH",
        "8",
        "P",
    ),
    ("white_black_caribbean", MIXED, "White and Black Caribbean", "MWBC", "11", "D"),
    ("white_black_african", MIXED, "White and Black African", "MWBA", "10", "E"),
    ("white_asian", MIXED, "White and Asian", "MWAS", "9", "F"),
    ("other_mixed", MIXED, "Any other Mixed or multiple ethnic background", "MOTH", "12", "G"),
    (
        "british",
        WHITE,
        "English, Welsh, Scottish, Northern Irish or British",
        "WBRI",
        "13",
        "A",
    ),
    ("irish", WHITE, "Irish", "WIRI", "14", "B"),
    ("gypsy_traveller", WHITE, "Gypsy or Irish Traveller", "", "15", "C"),
    ("roma", WHITE, "Roma", "WROM", "16", "C"),
    ("other_white", WHITE, "Any other White background", "WOTH", "17", "C"),
    ("arab", OTHER, "Arab", "OOTH", "18", "S"),
    ("other", OTHER, "Any other ethnic group", "OOTH", "19", "S"),
    ("rather_not", "Prefer not to say", "Prefer not to say", "REFU", "", "Z"),
)


def write(apps, schema_editor):
    """Write them in the order they are asked in."""
    table = apps.get_model("about", "Ethnicity")
    table.objects.using(schema_editor.connection.alias).bulk_create(
        table(code=code, kind=kind, words=words, position=n, dfe=dfe, ons=ons, nhs=nhs)
        for n, (code, kind, words, dfe, ons, nhs) in enumerate(ETHNICITIES, start=1)
    )


class Migration(migrations.Migration):
    dependencies = [("about", "0002_wall")]
    operations = [migrations.RunPython(write, migrations.RunPython.noop)]
