"""Longer lists for the customs of the islands than the county's story needs."""

from typing import Final

from benchmarks.matching.names.pool import composed, words

SURNAMES: Final = {
    "english": words(
        "Johnson Evans Williams Davies Roberts Green Wood Lewis Martin Phillips Mitchell James Lee",
        "Watson Scott Adams Carter Collins Griffin Young Stevens Simpson Webster Matthews Gray",
        "Hunt Mason Russell Reynolds Dean Wells West Ford Saunders Gardner Newton Lawrence Walters",
        "Burton Chambers Bates Bird Francis Hart Hawkins Hodgson Jennings Lambert Lane Long Miles",
        "Newman Nicholson Norman Osborne Page Perkins Potter Price Read Rhodes Sharp Sutton",
        "Turnbull Wallis Warner Watkins Watts Wheeler Whittaker Willis Woods Yates Abbott Atkinson",
        "Austin Baldwin Ball Banks Barrett Barton Baxter Beaumont Berry Bishop Blake Bolton Bond",
        "Bradley Bradshaw Bridges Briggs Brookes Brooks Bryant Buckley Bull Burgess Burns Bush",
        "Byrne Carr Charlton Clayton Cox Crawford Cross Cunningham Curtis Davidson Davis Dawson",
        "Dickinson Dobson Douglas Doyle Duncan Dunn Elliott Farrell Field Finch Fisher Fleming",
        "Fowler Franklin Freeman French Frost Fuller Garner George Gibbons Gilbert Giles Glover",
        "Goddard Goodwin Gordon Gough Graham Gregory Hale Hammond Hancock Hardy Harper Hartley",
        "Haynes Heath Henderson Herbert Hewitt Hicks Higgins Hobbs Holland Holt Hooper Hope Hopkins",
        "Horton Houghton Howe Howell Howells Humphreys Hunter Hutchinson Hyde Ingram Jarvis",
        "Johnston Joyce Kaur Kay Kemp Kent Kirk Knowles Law Lawson Leach Leonard Lester Little",
        "Lloyd Lord Lucas Lyons Manning Marsh Martin May Metcalfe Middleton Millar Miller Moss",
        "Myers Nash Naylor Nelson Noble Norris North Norton Nuttall O'Neill Oliver Owens Parkin",
        "Parkinson Parry Parsons Patterson Payne Peacock Pearce Perry Peters Pickering Pollard",
        "Poole Pope Porter Power Pratt Preston Pritchard Randall Reeves Rice Richards Riley",
        "Robson Rowe Rowley Ryan Sanders Schofield Shepherd Short Skinner Slater Stephens",
        "Stephenson Stokes Stone Storey Summers Swift Sykes Talbot Tate Thomson Thornton Thorpe",
        "Tomlinson Townsend Tucker Tyler Vaughan Vincent Wade Wallace Walls Walton Warren Waters",
        "Weaver Welch Weston Wheatley Whitehead Whitehouse Wilkins Wilkinson Williamson Winter",
        "Woodward Woolley Wyatt",
    ),
    "welsh": words(
        "Hughes Price Jenkins Harris Phillips James Edwards Richards Watkins Humphreys Hopkins",
        "Ellis Jarman Probert Prosser Pugh Beynon Bevan Bebb Gwilym Gittins Tudor Mostyn Meredith",
        "Prydderch Howell Harries Mathias Nicholas John George Rowlands ap_Gwilym Wynne Yorath",
    ),
    "scottish": words(
        "Smith Brown Wilson Thomson Anderson Scott Paterson Clark Morrison Watson Young Walker",
        "Taylor Mitchell Ross Graham McLean MacLean Kerr Simpson Hamilton Johnston Hunter Bell",
        "Ferguson Gordon Henderson Wallace Marshall Gray Black Duncan Allan Millar McMillan Kelly",
        "Docherty McDougall MacDougall McGregor MacGregor McPherson Macpherson McRae MacRae McKay",
        "MacKay Mackay McKinnon MacKinnon McNeil MacNeil MacAulay McAulay McInnes McIntosh",
    ),
    "irish": words(
        "O'Neill O'Reilly Nolan Brennan Burke Collins Dunne Daly Moore Fitzgerald O'Leary Power",
        "Hughes Wilson Kavanagh O'Keeffe Carroll Flynn Keane Healy O'Shea Martin Connolly Nugent",
        "O'Donnell O'Donoghue O'Dwyer O'Grady O'Hara O'Rourke McGrath McMahon McGuinness McKenna",
        "McNamara McBride McGinley McDermott McElroy MacNamara Mac_Giolla_Phádraig Ó_Briain",
        "Ní_Dhomhnaill Ó_Dochartaigh Fitzpatrick Fitzsimons Hennessy Heffernan Delaney Costello",
        "Cash Connors McDonagh Mongan Sweeney Ward Stokes",
    ),
    "caribbean": words(
        "Lewis Thomas James Edwards Roberts Henry Charles Phillip Alexander Joseph Hinds Forde",
        "Lindo Dacosta St_Hilaire St_Rose De_Freitas Bartholomew Cumberbatch Greenidge Holder",
        "Sobers Weekes Worrell Marcelle Augustin Isidore Jean-Baptiste Polius Desir Fevrier",
    ),
}
TAILS: Final = {
    "english": composed(
        "Ash Brad Thorn Hart Whit Black Stan Hales Nor Sut West East Mid Lang Long Brock Burn Crow "
        "Dun Ed El Fen Gold Green Had Hal Ham Hather Hazel Hey High Holm Hol Hurst Kel Kirk Lind "
        "Lit Mar Mel Mere Mil Nether New Oak Old Os Pem Pen Red Rams Raven Row Sher Ship Sil Stain "
        "Stock Stone Strat Swin Tad Tan Thor Til Up Wad Wake Wal War Wat Wether Wheat Wil Win "
        "Wolver Wood Wy Yar Alder Amble Apple Bar Bea Birk Blen Bos Bram Bur Cald Charl Chat Clay "
        "Cran Crock Dar Der Drake Farn Far Gar Gay Har Hol Hunt Ing Kim Lam Led Lin Loft Maun Mor "
        "Ol Or Pad Pick Pol Rad Rus Sax Scar Sel Shel Sid Staf Sud Tem Tet Tren Tyn Wen",
        "ley ton wood field worth well bury ham by thwaite ford bridge stead den shaw combe cott "
        "wick gate hurst more land ridge holme man er son ing croft head bank brook dale side stone "
        "leigh low mere sey ling ert ard kin lett",
        "er ing",
    ),
    "welsh": composed(
        "Gwyn Llan Tre Pen Car Cad Mor Bryn Ty Rhyd", "fryn an ddu wen or el fan moor"
    ),
    "scottish": composed(
        "Mac Mc Kil Inver Glen Auch Bal Dal Strath Gil Dun Ruther Abern Car Lock",
        "Alister Andrew Arthur Askill Bain Beth Call Cance Clure Corm Crae Cron Cull Donagh Ewan "
        "Fadyen Far Garry Gill Gowan Hardy Ilroy Isaac Kech Kell Kim Lach Lar Mast Nab Nee Phail "
        "Quarrie Quhae Robb Swiney Taggart Vean Vicar Whirter christ patrick ford loch garth bride",
    ),
    "irish": composed(
        "O' Mc Mac_ Ó_",
        "Bannion Boyle Brannigan Callaghan Carolan Clery Cullinan Curran Devlin Dowd Duffy Fallon "
        "Farrelly Flaherty Gara Gorman Hagan Halloran Hanlon Hegarty Herlihy Kearney Kiernan "
        "Loughlin Malley Meara Mullan Nally Quigley Rafferty Regan Riordan Scully Shaughnessy "
        "Tierney Toole Tracey",
    )
    + composed(
        "Fitz Gil Kil Mul Con Car Der Dor Fin Gal Hal Ken Lan Mad Nev Ro Shan Tier",
        "breath bride cullen gan gerald ham henry ligan laghan maurice nan nedy nelly nigan ready "
        "rigan roy thy vany vin",
    ),
    "caribbean": composed(
        "Bel Des Du La Le Mont Saint- Beau Char Mer",
        "fort mond roche ville main champ fond mar bert",
    ),
}
WOMEN: Final = words(
    "Nicola Joanne Lisa Michelle Karen Julie Helen Amanda Donna Kerry Tracy Jennifer Louise Heather",
    "Angela Wendy Alison Deborah Jacqueline Elizabeth Clare Kate Katie Zoe Holly Megan Georgia",
    "Alice Eleanor Harriet Imogen Francesca Molly Paige Shannon Beth Ellie Naomi Tanya Tara Kim",
    "Lindsay Lyndsey Anna Anne Annette Beverley Carol Caroline Cheryl Dawn Diane Elaine Frances",
    "Gail Georgina Jane Janet Jill Josephine Judith Kathleen Lorraine Lynne Marie Martine Melanie",
    "Miriam Paula Pauline Philippa Rosemary Ruth Sally Sandra Sharon Shirley Sonia Suzanne Teresa",
    "Theresa Tina Vanessa Virginia Yvonne Abbie Aimee Alexandra Alexandria Bryony Carla Cassandra",
)
MEN: Final = words(
    "John Peter Kevin Ian Neil Stuart Graham Wayne Darren Jason Martin Anthony Philip Nicholas",
    "Antony Edward William George Joseph Alexander Benjamin Samuel Jake Connor Aaron Kyle Rhys",
    "Ross Russell Timothy Tony Vincent Barry Bradley Brett Charles Clive Colin Damian Dominic",
    "Douglas Edwin Elliot Francis Frederick Gareth Gavin Geoffrey Gerald Glen Gregory Guy Harold",
    "Howard Hugh Jamie Jeremy Joe Julian Justin Karl Keith Kenneth Lawrence Leon Leonard Lewis",
    "Malcolm Marcus Max Maurice Nigel Oliver Oscar Patrick Raymond Rodney Roger Rory Ronald Scott",
)
GIRLS: Final = words(
    "Mia Emily Ella Charlotte Sienna Aria Maya Eliza Hallie Violet Thea Orla Jessica Chloe Hannah",
    "Lucy Alice Emma Eva Evelyn Luna Penelope Rose Clara Esme Lottie Darcie Darcey Amber Anna",
    "Arabella Autumn Beatrice Beatrix Bella Bethany Bonnie Caitlin Callie Connie Cora Delilah Edith",
    "Eden Eleanor Elena Eliza Elizabeth Ember Felicity Flora Frankie Gracie Hazel Heidi Holly Hope",
    "Imogen India Jasmine Julia Kayla Lacey Laila Lara Lauren Layla Leah Lexi Libby Lilly Lilah",
    "Lyla Mabel Madison Maggie Maria Martha Mary Megan Mila Millicent Molly Myla Naomi Nellie",
)
BOYS: Final = words(
    "Muhammad William James Ethan Lucas Isaac Alexander Daniel Edward Joseph Samuel Sebastian Adam",
    "Benjamin Caleb Carter Charles Chester Connor Dexter Dylan Elijah Elliot Elliott Ellis Ezra",
    "Felix Frederick Gabriel Grayson Harley Harvey Hugo Hunter Jackson Jake Jasper Jaxon Jayden",
    "Jesse Joey John Jonah Kit Leon Leonardo Lewis Liam Luca Luke Matthew Michael Milo Nathan",
    "Nathaniel Nicholas Oakley Ollie Otis Otto Parker Ralph Ray Reuben Rex Robin Roman Ronnie Rory",
    "Rowan Rupert Ryan Seth Sonny Stanley Thomas Tobias Vinnie Wilfred Xavier Zachary Zac Ted",
)
ELDERS: Final = (
    words(
        "Mary Elizabeth Ann Anne Marie Rose Kathleen Eileen Beryl Brenda Doreen Edna Eileen Elsie",
        "Eunice Evelyn Freda Gwendoline Hazel Hilda Iris Irene Janet Joyce Judith Lilian Marjorie",
        "Marion Mavis Muriel Nora Norma Olive Pamela Pauline Phyllis Rita Sylvia Vera Violet",
    ),
    words(
        "David Michael William James Robert George Arthur Albert Bernard Cecil Clifford Cyril",
        "Dennis Donald Douglas Edward Eric Ernest Francis Frank Frederick Gordon Harold Henry",
        "Herbert Jack Leonard Leslie Malcolm Norman Percy Philip Reginald Sidney Stanley Thomas",
    ),
)
