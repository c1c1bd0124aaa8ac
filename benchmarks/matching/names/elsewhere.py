"""Longer lists for customs from elsewhere: heads that many bear, tails put together."""

from typing import Final

from benchmarks.matching.names.pool import composed, words

SURNAMES: Final = {
    "pakistani": words("Abbasi Afzal Akram Anwar Arshad Ashraf Aslam Awan Bano Bashir Begum Baig Cheema "
        "Farooq Ghani Gul Hamid Hanif Haq Hayat Ishaq Ismail Jamil Kausar Kayani Latif Majid Masood "
        "Mehmood Mughal Mushtaq Naz Nawaz Naseem Rafiq Rashid Riaz Sadiq Saleem Sharif Siddiqui "
        "Sultan Tahir Waheed Yaqub Younis Zafar Zaman"),
    "bangladeshi": words("Begum Khatun Akhter Bibi Biswas Bhuiyan Karim Kamali Laskar Mannan Mondal "
        "Molla Patwary Quddus Sarkar Sikder Sheikh Siddique Tarafdar Mazumder Majumder Hoque"),
    "sikh": words("Singh Kaur Aujla Bahia Basra Bhogal Birdi Chahal Cheema Deol Dhaliwal Dosanjh Garcha "
        "Hayer Heer Hundal Jagpal Kalsi Kang Khaira Kooner Lally Matharu Nagra Panesar Purewal Rai "
        "Randhawa Rayat Sagoo Sohal Sohi Takhar Thandi Tiwana Uppal"),
    "gujarati": words("Amin Bhakta Bhavsar Chavda Dave Gandhi Gohil Jani Kapadia Kotecha Lakhani Makwana "
        "Morjaria Nathwani Panchal Pandya Parekh Parikh Pankhania Popat Raithatha Rana Raval Sheth "
        "Soni Tailor Thakkar Thaker Trivedi Vaghela Vora"),
    "south_indian": words("Rajendran Sivakumar Selvam Murugan Nathan Ramachandran Balakrishnan Panicker "
        "Kurian Mathew George Joseph Abraham Philip Jacob Chacko Cherian Reddy Rao Naidu Chandran"),
    "nigerian": words("Abiola Adekunle Adeleke Aderibigbe Afolabi Ajayi Akande Akpan Alabi Amadi Anyanwu "
        "Ayodele Azikiwe Babalola Bakare Egwu Ekwueme Emenike Eze-Okoro Fashola Ibrahim Idowu "
        "Igwe Iheanacho Ikpeazu Lawal Mohammed Musa Nnamdi Nwankwo Obasi Odukoya Ogundipe Ojo "
        "Okeke Okoro Oladipo Olaniyan Onyekachi Opara Oyedepo Salami Sanusi Uzor Yusuf"),
    "ghanaian": words("Acheampong Adjei Adomako Afriyie Agyapong Akuffo Amankwah Ampofo Ankrah Annan "
        "Ansah Anokye Asamoah Asiedu Awuah Baah Bonsu Danso Darko Donkor Gyamfi Gyasi Kwarteng "
        "Kyei Lamptey Nkrumah Nyarko Obeng Okyere Opoku Oppong Poku Quansah Sarpong Tetteh Yeboah"),
    "somali": words("Abdullahi Abdirahman Abdulle Aden Adam Awale Barre Dahir Dirie Duale Egal Elmi "
        "Gedi Guled Haji Hersi Hirsi Ibrahim Ismail Isse Khalif Mire Mohamud Muse Nur Roble Said "
        "Salad Samatar Sharif Shire Yassin"),
    "polish": words("Wojciechowski Kwiatkowski Kaczmarek Zając Pawłowski Michalski Król Wieczorek "
        "Jabłoński Wróbel Nowakowski Majewski Olszewski Stępień Malinowski Jaworski Adamczyk Dudek "
        "Nowicki Pawlak Górski Witkowski Walczak Sikora Baran Rutkowski Michalak Szewczyk Ostrowski "
        "Tomaszewski Pietrzak Zalewski Wróblewski Marciniak Jasiński Zawadzki Bąk Jakubowski Sadowski"),
    "romanian": words("Constantin Marin Tudor Dobre Barbu Nistor Florea Dinu Manole Lazăr Neagu Oprea "
        "Stănescu Georgescu Vasilescu Dragomir Matei Sandu Toma Stănciu Cojocaru Țăranu Șerban "
        "Iordache Preda Enache Pană Pop Mureșan Olteanu Ungureanu Albu Voicu Rotaru"),
    "arabic": words("Abdallah Al-Ahmad Al-Ali Al-Amin Al-Masri Al-Najjar Al-Rashid Al-Sayed Al-Khatib "
        "Bakri Darwish Fares Ghanem Habib Hamad Hamdi Ibrahim Issa Jaber Kassem Khoury Mahmoud "
        "Najjar Nassar Obeid Qasim Rahal Salem Salloum Shaheen Suleiman Tahan Youssef Zidan "
        "Abu_Bakr Abd_al-Rahman bin_Said ibn_Omar El_Amrani Benali Bouazza Ben_Youssef"),
    "kurdish_turkish": words("Yıldırım Özdemir Kılıç Aslan Çetin Kara Kurt Özkan Şimşek Polat Korkmaz "
        "Çakır Erdoğan Yavuz Can Acar Güneş Bozkurt Avcı Aksoy Ünal Tekin Gül Özer Sarı Turan "
        "Güler Keskin Erdem Taş Karaca Bulut Işık Duman Uysal Barzani Zana Berwari"),
    "chinese": words("Lee Cheng Yip Leung Lai Tsang Kwok Fung Mak Yeung Yang Wu Chow Zhou Xu Tsui Sun Ma "
        "Zhu Chu Hu Guo He Ho Lin Gao Ko Luo Law Zheng Liang Xie Tse Song Deng Tang Han Feng Yu "
        "Dong Xiao Siu Cao Yuan Fu Shen Lu Lo Lui Ye Su Wei Jiang Tam Tan Hui Poon Pun"),
    "portuguese": words("Sousa Gomes Marques Alves Almeida Ribeiro Pinto Carvalho Teixeira Moreira Correia "
        "Mendes Nunes Soares Vieira Monteiro Cardoso Rocha Neves Coelho Cruz Cunha Pires Ramos "
        "Reis Simões Antunes Matos Fonseca Machado de_Sousa da_Silva do_Nascimento dos_Santos"),
    "eastern": words("Melnyk Boyko Kravchenko Oliynyk Lysenko Marchenko Rudenko Savchenko Petrenko "
        "Moroz Kravchuk Polishchuk Ivanauskas Jankauskas Žukauskas Butkus Kalniņš Liepiņš Krūmiņš "
        "Szabó Tóth Varga Kiss Molnár Svoboda Dvořák Černý Kováč Horák Berisha Gashi Shala Dervishi"),
    "afghan_iranian": words("Ahmadzai Akbari Alizadeh Amiri Azizi Ebrahimi Faizi Ghafari Habibi Haidari "
        "Hakimi Jafari Kakar Moradi Mousavi Naderi Nazari Niazi Popal Qaderi Rasooli Sharifi "
        "Sultani Wardak Yousufzai Zadran Zahedi"),
    "east_african": words("Abebe Alemu Bekele Berhane Desta Fisseha Girma Kebede Kidane Lemma Mengistu "
        "Negash Tadesse Tekle Woldemariam Yohannes Zewdie Kamau Otieno Ochieng Njoroge Wanjala "
        "Chikwanda Dube Gumbo Mahlangu Marufu Mhlanga Nyathi Sibanda Zvobgo Mugisha Okello"),
    "spanish": words("García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín "
        "Jiménez Ruiz Hernández Díaz Moreno Muñoz Álvarez Romero Alonso Gutiérrez Navarro Torres "
        "Domínguez Vázquez Ramos Gil Ramírez Serrano Blanco Molina Morales Suárez Ortega Delgado "
        "Castro Ortiz Rubio Marín Sanz Núñez Iglesias Medina Cortés Castillo Garrido de_la_Cruz "
        "de_la_Fuente del_Río de_León Quispe Mamani Restrepo Ospina"),
    "european": words("van_der_Berg van_den_Broek de_Vries de_Jong van_Dijk Janssen Visser Smit Bakker "
        "van_der_Meer von_Bülow Müller Schmidt Weber Fischer Rossi Russo Ferrari Esposito Bianchi "
        "Romano De_Luca Di_Stefano D'Angelo Della_Rocca Lo_Presti Dubois Lefèvre Moreau Le_Gall "
        "Du_Pont Papadopoulos Georgiou Christodoulou Charalambous Constantinou Andersen Nielsen "
        "Lindström Søndergaard Åkesson Virtanen Mäkinen"),
}  # fmt: skip
_MUSLIM: Final = composed(
    "Ab Af Ak Al Am Ar As At Az Ba Da Fa Fai Ga Gha Ha Ham Haz Id Im Iq Ja Jam Ka Kha La Ma Mah Man "
    "Mas Mu Na Nas No Nu Pa Qa Ra Ras Ri Sa Saf Saj Sha Shak Su Ta Tan Tas U Wa Wal Ya Yas Za Zah Zi",
    "bar dar far han har id il im in ir jad lam lik man mad mood nan nawaz qat rif riq ruf sar seem "
    "shad shan sood tab taq waz yat zaz zad",
    "a i",
)
TAILS: Final = {
    "pakistani": _MUSLIM[:2500],
    "bangladeshi": _MUSLIM[2500:3400],
    "somali": composed("Abdi Abdul Nur Ali Omar Sheikh Haji", "kadir karim nasir salam aziz fatah hakim "
                       "weli rashid bashir jabar kafi malik razak shakur"),
    "sikh": composed("Ban Bhan Bras Chan Dha Gar Gre Jan Kan Khan Mal Nag Pan Ran San Sar Sek Tat Vir",
                     "dal ga gar ghar hal hat ju kha la lon ra ri rwal son tha wal wan ya"),
    "gujarati": composed("Bhan Cha Dho Gan Ghe Hir Jad Kal Kan Lal Mak Man Nan Pan Ran Sav Tan Vad Van",
                         "ani ara bhai da dia eja hani ji kar la lia nath odia ria sania ta vala via"),
    "south_indian": composed("Ananda Bala Chandra Deva Gana Jaya Krishna Maha Nara Padma Rama Siva "
                             "Sri Surya Thanga Vel Venka",
                             "kumar lingam moorthy nathan pathy rajah ratnam samy singam sundaram van"),
    "nigerian": composed("Ade Afo Aki Ala Ani Ba Chi Chuk Eke Eme Eze Fa Iwu Nna Nwa Obi Ogu Oke Oko Ola "
                         "Olu Omo One Oni Onu Ony Oso Oye Uche Ugo Uzo",
                         "bola chi chukwu dele dimma femi goke gbo jide kanma koya kunle la lade leke "
                         "lowo lu mide moye nna nwa ra sanya soji su tola tunde wale wole wuike yemi zie"),
    "ghanaian": composed("Ach Ad Ag Ak Am An Ap As At Aw Bo Dan Fri Gya Kwa Nya Obe Opo Sar Ta Wia Ye",
                         "ampah anin atta boah dade dom ea emang fo fram ie iako mang nim oah ofo ong yei"),
    "polish": composed("Adam Bart Biel Bor Bron Brzez Chmiel Czar Dom Drz Gaj Gołęb Jan Jasn Kal Kar Kras "
                       "Lip Łuk Mal Mar Mil Niedz Olsz Osi Pech Piotr Rad Rog Sand Sok Staw Szcz Tom "
                       "Urb Wal Wit Wil Wol Zab Zar Zych",
                       "aniak arek czyk ecki ewicz ewski icki iński owicz owski ski ak ek iak"),
    "romanian": composed("Anton Avram Băl Bog Bor Bran Chir Cîrst Cor Crist Dan Dobr Drag Fil Flor Gav "
                         "Grig Han Il Iov Lup Mar Mih Mir Moc Neag Nic Pav Petr Roș Sav Sim Stan Vlad Zah",
                         "ache aru ea escu eanu ică ilă oiu oiu uș uța uțu"),
    "arabic": composed("Al- El- Ben- Abu- Bou", "Assad Badawi Bahar Dabbagh Daher Fayad Ghazali Hajj "
                       "Hakim Harbi Hashimi Jabri Jundi Kaddour Karmi Kurdi Maghribi Mulla Nouri Omari "
                       "Qadi Rifai Saadi Sabbagh Sharif Shami Tamimi Turki Yamani Zahrani"),
    "kurdish_turkish": composed("Ak Al Ay Bal Boz Can Çe Dağ De Er Gök Gül Ka Kap Kara Kö Kur Mer Öz Sağ "
                                "Sev Şen Taş Top Tür Uç Yal Yaz Yüce",
                                "bulut can çelik dağ demir doğan er gün han kan kaya lar man oğlu soy "
                                "su taş tekin türk yürek"),
    "portuguese": composed("Abr Alm Az Barr Bat Bern Bor Cal Camp Carn Fal Far Gal Gord Lour Mend Morg "
                           "Pach Quint Sal Tav Val", "ado ão eda eira eiro enço endes eves ista osa oso"),
    "spanish": composed("Alb Arr Barr Ben Cab Cald Camp Carr Cerv Esc Esp Gall Guerr Herr Lor Mald Mend "
                        "Mont Pal Quint Sal Sol Val Vill Zap",
                        "ada alba ales anza ano antes era ero ez illo inosa ito obar ona onte oya uela"),
    "eastern": composed("Bal Bond Dan Did Hav Hon Hor Hryn Kar Kol Kot Kov Lev Lyt Mar Maz Myk Naz Onys "
                        "Pav Petr Rom Sav Shev Sid Stav Tar Tym Vas Vol Zah",
                        "aitis auskas chenko chuk enko evych iuk ko nik ovych skyi tsiv uk yshyn ys"),
    "afghan_iranian": composed("Aria Bah Dara Far Fir Ghol Has Jah Kar Mahm Mir Nur Ras Roh Sad Sal Shah "
                               "Taj Wal Zam", "ami anpour ghar i khel mand nejad ouzi oullah parast yar zada"),
    "east_african": composed("Abe Ale Asfa Ber Des Ge Gir Ha Ki Lem Mak Mu Mwa Nde Ngu Nya Ta Te Wa Ze",
                             "bremariam bu chena da ga gi ka kele lu mariam mba mbe mu ndi nga ngo ra ri "
                             "sa selassie shi tha wa yesus"),
    "european": composed("Ander Bern Carl Der Eck Fried Grim Hein Jans Kauf Lind Lund Nor Ras Rein Stein "
                         "Van_ Vander Wal Berg",
                         "aldi berg den dorf elli en er gaard hof holm mann ini meyer qvist sen ström voort"),
}  # fmt: skip
