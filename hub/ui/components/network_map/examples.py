"""One agency of each kind, and a family nobody works with."""

from hub.ui.pictures.network import Agency, Part, Worker, draw_network

EXAMPLES = {
    "Some agencies": {
        "drawing": draw_network(
            (
                Agency("Riverside Health Visiting", (Worker("Amina Yusuf", Part.LEAD),), True),
                Agency("Riverside School Nursing", (Worker("Grace Achebe", Part.TEAM),), True),
                Agency("بيت العائلة", (Worker("عمر الحداد", Part.WORKING),)),
                Agency("Tidewell Primary School", (), True),
            )
        ),
        "title": "Four agencies around a family",
        "description": "The same is in the list below.",
        "name": "example-network",
    },
    "Nobody": {
        "drawing": draw_network(()),
        "title": "A family nobody works with",
        "description": "Nobody is recorded.",
        "name": "example-nobody",
    },
}
