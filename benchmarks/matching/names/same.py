"""What one name is also: short forms, and the spellings it has in our letters."""

from collections import defaultdict
from typing import Final

from hub.story.county.custom import split

_SHORT: Final = """
Robert: Bob Rob Bobby Robbie|William: Bill Will Billy Liam|Elizabeth: Liz Beth Betty Lizzie Eliza
Margaret: Maggie Peggy Meg Margie|James: Jim Jimmy Jamie|John: Jack Johnny|Richard: Rick Dick Ricky
Michael: Mike Mick Mikey|Katherine: Kate Katie Kath Kathy|Catherine: Cath Cathy Kate Katie
Kathryn: Kath Kate Katie|Kathleen: Kath Kathy Kay|Edward: Ed Ted Eddie Ned|Thomas: Tom Tommy
Anthony: Tony Ant|Antony: Tony Ant|Christopher: Chris Kit Topher|David: Dave Davy|Daniel: Dan Danny
Matthew: Matt Matty|Andrew: Andy Drew|Stephen: Steve Ste|Steven: Steve Stevie|Joseph: Joe Joey
Samuel: Sam Sammy|Benjamin: Ben Benji|Alexander: Alex Sandy Xander Alec|Nicholas: Nick Nicky
Jonathan: Jon Jonny|Peter: Pete|Philip: Phil|Gregory: Greg|Timothy: Tim|Kenneth: Ken Kenny
Ronald: Ron Ronnie|Donald: Don|Leonard: Len Lenny|Frederick: Fred Freddie|Henry: Harry Hal
Charles: Charlie Chas Chuck|George: Georgie|Albert: Bert Bertie|Arthur: Art Artie|Harold: Harry
Patrick: Paddy Pat|Terence: Terry|Lawrence: Larry Laurie|Raymond: Ray|Douglas: Doug|Geoffrey: Geoff
Gerald: Gerry|Vincent: Vince|Francis: Frank Fran|Nathaniel: Nate Nat|Zachary: Zac Zak|Joshua: Josh
Jacob: Jake|Oliver: Ollie Olly|Theodore: Theo Ted|Sebastian: Seb|Dominic: Dom|Maurice: Mo
Patricia: Pat Trish Patsy|Susan: Sue Susie|Barbara: Babs Barb|Christine: Chris Chrissie Tina
Victoria: Vicky Tori|Rebecca: Becky Becca|Jennifer: Jen Jenny|Jessica: Jess Jessie|Samantha: Sam
Deborah: Debbie Deb|Jacqueline: Jackie|Pamela: Pam|Sandra: Sandy|Theresa: Terry Tess|Teresa: Terri Tess
Abigail: Abi Abbie Gail|Alexandra: Alex Sandra Lexi|Amanda: Mandy|Angela: Angie|Charlotte: Charlie Lottie
Dorothy: Dot Dolly|Eleanor: Ellie Nell Nora|Emily: Em Emmy|Florence: Flo Florrie|Frances: Fran Frankie
Georgina: George Gina|Isabella: Bella Izzy|Jane: Janie|Janet: Jan|Josephine: Jo Josie|Joanne: Jo
Judith: Judy Jude|Lillian: Lily|Louise: Lou Lulu|Lucy: Lou|Melanie: Mel|Melissa: Mel Lissa|Michelle: Shell
Natalie: Nat|Nicola: Nicky Nic|Philippa: Pippa|Rachel: Rach|Rosemary: Rose Rosie|Sarah: Sally Sal
Stephanie: Steph|Suzanne: Sue Suzy|Tabitha: Tabby|Valerie: Val|Veronica: Ronnie|Matilda: Tilly Tilda
Millicent: Millie|Penelope: Penny|Harriet: Hattie Harri|Amelia: Millie Mia|Beatrice: Bea|Gabriella: Gabby
Olivia: Liv Livvy|Sophia: Sophie|Hannah: Han Annie|Evelyn: Evie|Danielle: Dani|Gwyneth: Gwen
Angharad: Haz|Catrin: Cat|Dafydd: Dai|Rhiannon: Rhi|Alasdair: Ali Al|Hamish: Hame|Catriona: Cat Trina
Siobhán: Shiv|Bridget: Bridie Biddy|Diarmuid: Dermot|Seán: Shane|Muhammad: Mo Hamad|Mohammed: Mo
Mohamed: Mo|Abdul: Abs|Abdirahman: Abdi|Ibrahim: Ibby Ibra|Yusuf: Yus Joseph|Fatima: Fats Fati|Khadija: Dija
Aleksandra: Ola|Katarzyna: Kasia|Małgorzata: Gosia|Agnieszka: Aga|Magdalena: Magda|Joanna: Asia|Anna: Ania
Krzysztof: Krzysiek Chris|Tomasz: Tomek|Piotr: Piotrek Peter|Łukasz: Luke Łukaszek|Jakub: Kuba
Michał: Mike|Paweł: Paul|Grzegorz: Grzesiek Greg|Wojciech: Wojtek|Aleksander: Olek|Antoni: Antek
Zuzanna: Zuza|Julia: Jula|Wiktoria: Wika|Ewelina: Ewa|Gheorghe: Gigi George|Alexandru: Alex Sandu
Mihaela: Miha|Gabriela: Gabi|Francisco: Paco Fran|José: Pepe|María: Mari|Dolores: Lola|Ignacio: Nacho
Concepción: Concha|António: Tó|João: Joca|Oksana: Ksenia|Natalia: Nata|Andriy: Andrew|Manpreet: Manny
Harpreet: Harry Preeti|Gurpreet: Guri|Jaspreet: Jas Jassi|Gurdeep: Guru|Rajwinder: Raj|Sukhdeep: Sukhi
Oluwaseun: Seun|Babatunde: Tunde|Olumide: Mide|Funmilayo: Funmi|Titilayo: Titi|Chinedu: Nedu|Ngozi: Goz
Temiloluwa: Temi|Ayomide: Ayo|Simisola: Simi|Emmanuel: Emma Manny|Blessing: Bless|Katherine: Kitty
"""  # fmt: skip
_SPELLINGS: Final = """
Mohammed Muhammad Mohamed Mohammad Muhammed Mohamad Mohamud|Ahmed Ahmad Ahmet|Omar Umar Umer Omer
Hussain Hussein Husain Hossain Husayn Hüseyin|Aisha Ayesha Aysha Aishah Aaisha Ayşe|Osman Usman Uthman
Khadija Khadijah Kadija Khadeeja Khadra|Yusuf Youssef Yousuf Yousef Yousaf Yusef|Hafsa Hafsah Hafza
Ibrahim Ebrahim Ibraheem İbrahim|Fatima Fatimah Fathima Fatema Fátima|Zainab Zaynab Zeinab Zeynep
Hassan Hasan Hassen Hasaan|Chowdhury Choudhury Chaudhry Choudhary Chaudhary Chaudhuri|Abdul Abdel Abdool
Sheikh Shaikh Shaykh Sheik|Qureshi Kureshi Quraishi Qureishi|Rahman Rehman Rahmaan ur-Rehman|Syed Sayed
Maryam Mariam Meryem Miriam Maryum|Khalid Khaled Khaalid|Mustafa Mostafa Moustafa|Tariq Tarek Tareq Tarik
Sumaya Sumaiya Sumayya Sumayyah|Zahra Zehra Zara Zahraa|Bilal Belal Bilaal|Hamza Hamzah Hamsa|Musa Moosa Mousa
Eesa Isa Issa Essa|Jamal Jamaal Gamal|Kareem Karim Kerim|Yasin Yassin Yaseen|Ismail Ismael Esmail Isma'il
Zakaria Zakariya Zakariyya|Idris Idrees Edris|Suleiman Sulaiman Soliman|Ali Aly Alee|Iqbal Eqbal Ikbal
Mahmood Mahmoud Mehmood Mahmud|Malik Malek Maleek|Begum Begam|Akhtar Akhter Aktar|Khatun Khatoon
Uddin Udin Ud-Din|Miah Mia Miya Meah|Talukdar Talukder|Zhang Cheung Chang|Chen Chan Chin|Wang Wong Huang
Li Lee|Lin Lam|Liu Lau Low|Wu Ng|Zhao Chiu Chao|Zhou Chow Chou|Yang Yeung Young|Xu Tsui Hsu|Liang Leung
Zheng Cheng Jeng|Huang Wong Hwang|Cai Tsai Choi|Xie Tse Hsieh|Guo Kwok Kuo|He Ho|Ye Yip Yeh|Lai Lay
Ruqayyah Rukaya Ruqaya Ruqaiya|Fadumo Faduma Fatuma|Hodan Hodhan|Warsame Warsama|Jama Jamac|Abdi Cabdi
Ali Cali|Omar Cumar|Farah Faarax|Abdullahi Abdulahi Abdillahi|Sahra Zahra Saara|Amina Aamina Ameena Amena
Oksana Oxana|Iryna Irina|Andriy Andrii Andrey|Oleh Oleg|Svitlana Svetlana|Natalia Nataliya Natalya
Shevchenko Schewtschenko|Danylo Danilo Danil|Tymofiy Timofey|Solomiya Solomiia|Kovalenko Kowalenko
Joshi Joshee|Bhatt Bhat|Shah Sha Shaw|Dhillon Dhilon|Sandhu Sandu|Sidhu Sidu|Gill Gil|Singh Sing|Kaur Kour
Tesfaye Tesfay|Haile Hayle|Selam Salam|Yohannes Johannes|Gebre Ghebre|Hussaini Hosseini Husseini
Mohammadi Muhammadi|Rahimi Raheemi|Karimi Kareemi|Haddad Hadad|Khalil Khaleel|Mansour Mansoor Mansur
Saleh Salih|Nasser Nasir Naser|Layla Leila Leyla Laila|Noor Nour Nur|Yasmin Yasmeen Yasmine|Mehmet Mehmed
Emine Amine|Catherine Katherine Kathryn Katharine Catharine|Stephen Steven|Sean Shaun Shawn Seán
Siobhán Shivaun|Niamh Neve Neave|Aoife Eefa|Caoimhe Keeva Kweeva|Róisín Rosheen|Eilidh Ailey Aylee
Mhairi Vari Marie|Ruaridh Rory Ruairidh|Geoffrey Jeffrey|Philip Phillip|Alan Allan Allen|Brian Bryan
Zoe Zoë Zoey|Sarah Sara|Rachel Rachael|Hannah Hanna|Isobel Isabel Isabelle|Lily Lilly Lillie|Elliot Elliott Eliot
Clare Claire Clair|Anne Ann Anna|Debra Deborah|Lyndsey Lindsay Lindsey|Sián Sian|Llewellyn Llewelyn
"""  # fmt: skip


def _short() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for entry in _SHORT.replace("\n", "|").split("|"):
        name, _, forms = entry.partition(":")
        if forms:
            found[name.strip()] = (*found.get(name.strip(), ()), *split(forms))
    return found


def _spellings() -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for entry in _SPELLINGS.replace("\n", "|").split("|"):
        group = split(entry)
        for word in group:
            found[word] |= set(group) - {word}
    return {word: tuple(sorted(others)) for word, others in found.items()}


SHORT: Final = _short()
SPELLINGS: Final = _spellings()
