"""Naming customs of the islands and of families long settled there. Made-up pairings of
everyday names; nobody in particular."""

from hub.story.county.custom import Custom, middle, split, with_english_name

ENGLISH = Custom(
    "english",
    48,
    split(
        "Smith Jones Taylor Brown Wilson Walker Wright Robinson Thompson White Hughes Edwards "
        "Hall Harris Clarke Jackson Clark Turner Hill Cooper Ward Moore Baker King Harrison "
        "Morris Allen Parker Cook Bennett Carter Shaw Ellis Richardson Bailey Marshall Rogers Fox "
        "Chapman Webb Foster Holmes Barker Mills Rose Stevens Palmer Knight Barnes Butler Lowe "
        "Pearson Dixon Fletcher Howard Andrews Hudson Harvey Gibson Cole Day Spencer Payne "
        "Hartley Sutcliffe Ackroyd Greenwood Barraclough Womersley Thistlethwaite Smythe-Jones "
        "Ashworth Holroyd Pickles Nuttall Kershaw Entwistle Hebblethwaite Dyson Firth Haigh Booth"
    ),
    split(
        "Sarah Emma Laura Rebecca Claire Victoria Samantha Rachel Amy Jessica Hannah Charlotte "
        "Kelly Stacey Gemma Kirsty Natalie Danielle Leanne Lauren Chloe Bethany Jade Abigail "
        "Zoë Lucy Katherine Catherine Kathryn Jodie Stephanie Melissa Chelsea Toni Carly"
    ),
    split(
        "David Paul Andrew Mark Christopher James Daniel Matthew Michael Robert Thomas Jack Lee "
        "Ryan Craig Adam Ben Luke Joshua Liam Dean Gary Scott Stephen Steven Jonathan Jordan "
        "Ashley Kieran Callum Nathan Simon Richard Carl Shaun"
    ),
    split(
        "Olivia Amelia Isla Ava Lily Freya Florence Ivy Willow Isabella Evie Poppy Elsie Daisy "
        "Sophie Grace Millie Harper Rosie Matilda Phoebe Maisie Erin Ellie-Mae Lola Scarlett Ruby "
        "Lacey-Mae Summer Skye Aurora Bonnie Nancy Robyn"
    ),
    split(
        "Oliver George Noah Arthur Harry Leo Jack Charlie Oscar Henry Freddie Alfie Theo Archie "
        "Joshua Thomas Finley Jacob Max Teddy Reggie Louie Jude Albie Tommy Kai Riley-James Mason "
        "Logan Toby Harrison Jenson Ralph Frankie"
    ),
    (
        split("Margaret Susan Patricia Christine Linda Jean Maureen Dorothy Barbara Sheila Joan"),
        split("John Peter Alan Brian Keith Derek Roy Kenneth Raymond Trevor Geoffrey Ronald"),
    ),
    middle,
)
WELSH = Custom(
    "welsh",
    4,
    split(
        "Jones Davies Williams Evans Thomas Roberts Lewis Morgan Griffiths Owen Rees Pritchard "
        "Llewellyn Gwynne ap_Rhys Vaughan Parry Powell Bowen"
    ),
    split("Siân Rhian Carys Nia Bethan Angharad Eleri Lowri Catrin Ffion Sioned Menna Cerys"),
    split("Gareth Rhys Huw Dylan Ieuan Emyr Geraint Owain Aled Gethin Iwan Siôn Llŷr"),
    split("Mali Cadi Efa Martha Seren Megan Gwen Beca Nansi Heledd Lleucu Elin Alys"),
    split("Osian Macsen Jac Harri Tomos Elis Gruff Ianto Macs Guto Deio Mabon Llew"),
    (split("Eirlys Gwyneth Mair Glenys Menna"), split("Dafydd Ifor Idris Emrys Hywel")),
    middle,
)
SCOTTISH = Custom(
    "scottish",
    4,
    split(
        "Campbell Stewart MacDonald McDonald Macdonald Robertson Murray Fraser McKenzie Reid "
        "Sinclair MacLeod McIntyre Buchanan Cameron Grant Forsyth Drummond Urquhart"
    ),
    split("Fiona Kirsteen Mhairi Eilidh Shona Morag Catriona Lorna Ailsa Iona Rhona Kirstin"),
    split("Ewan Euan Alasdair Gordon Fraser Angus Hamish Iain Callum Duncan Struan Craig"),
    split("Skye Isla Eilidh Orla Ailsa Callie Iona Ayla Rowan Effie Mirren"),
    split("Lewis Brodie Finlay Rory Fraser Harris Ruaridh Magnus Lachlan Innes Calan"),
    (split("Senga Isobel Moira Netta Jessie"), split("Donald Hector Murdo Archibald Kenneth")),
    middle,
)
IRISH = Custom(
    "irish",
    4,
    split(
        "Murphy Kelly O’Sullivan O'Sullivan Walsh O'Brien Byrne Ryan O'Connor Doyle McCarthy "
        "Gallagher Doherty Kennedy Lynch O_Mahony Ó_Súilleabháin Quinn McLoughlin Ward Maughan"
    ),
    split("Siobhán Aoife Niamh Sinéad Gráinne Orla Ciara Caoimhe Róisín Bridget Margaret Maeve"),
    split("Patrick Seán Declan Cormac Eoin Diarmuid Brendan Niall Ciarán Martin Michael Tadhg"),
    split("Saoirse Fiadh Éabha Croía Sadie Cara Aisling Ella Doireann Bridie"),
    split("Cillian Fionn Rían Tadhg Oisín Darragh Senan Lorcan Donnacha Paddy"),
    (split("Bridie Philomena Assumpta Noreen Attracta"), split("Seamus Malachy Fergus Dermot")),
    middle,
)
CARIBBEAN = Custom(
    "caribbean",
    4,
    split(
        "Campbell Williams Brown Francis Clarke Bailey Grant Morgan Reid Powell Thompson Joseph "
        "Charles Pierre Baptiste Alleyne Braithwaite Gayle Marshall-Reid St_Louis Blackwood"
    ),
    split("Simone Chantelle Michelle Marcia Keisha Natasha Shanice Donna Janelle Tamara Nadine"),
    split("Marlon Jermaine Leroy Dwayne Andre Curtis Trevor Delroy Courtney Wayne Tyrone Omari"),
    split("Aaliyah Nevaeh Amara Kiara Tianna Imani Zuri Sienna Kaya Asia-Rae"),
    split("Tyrell Malachi Kyrie Zion Jaden Kymani Rico Elijah Micah Romario-Jay"),
    (split("Gloria Icilda Merlene Hyacinth Verona"), split("Winston Clifton Neville Egbert Aston")),
    with_english_name,
)

CUSTOMS = (ENGLISH, WELSH, SCOTTISH, IRISH, CARIBBEAN)
