"""Given names beyond the lists: the long tail of each custom, put together from its sounds."""

from typing import Final

from benchmarks.matching.names.pool import composed

_SOUTH_ASIAN: Final = (
    composed(
        "Ab Al Am An Ar As Ay Fa Fal Fari Ha Han In Is Ja Ka Kho La Ma Mah Mu Na Nas Ni No Ra "
        "Ram Ri Ru Sa Sab Sa Sha Shab Su Ta Tah Um Wa Ya Za Zar Zu",
        "bana biha deeqa eela eena fia feesa gufta heen ida ifa ila ima ira isha kia leema lina "
        "meen mina naz neela nam ra reen riya sha shina tima yah yra zia zma",
    ),
    composed(
        "Aa Ab Ad Am An Ar As Az Da Fa Fai Fa Ha Ham Has Hu Im In Ja Jun Ka Kha Ma Mo Mu Na No "
        "Qa Ra Ri Sa Sal Sha Shah Su Ta Ti U Wa Wal Ya Za Zee Zo",
        "aan ad aid ail air am an ar arib ban bir dar dil eed eel eem een eer fan haan han hir id "
        "im jad kir lal man meer mir neel qas raaf raj reed san shan sim tab zaib zan",
    ),
)
_INDIAN: Final = (
    composed(
        "Aa An Ar Bha Bi Cha Da De Di Ga Gi Ha He Ja Jai Ka Ki La Ma Mee Mi Na Ne Ni Pa Pra Pri Ra "
        "Re Ri Ro Sa Shi So Su Ta Tri Va Vi",
        "dhi dini ja jal kshi la lini lpa mika mila na nal "
        "nandini ni nika nita pali rika rti sha shmi si swini tika vani vi vya yal yu",
    ),
    composed(
        "Aa Ab Ami An Ar Bha Cha Da De Di Ga Gi Ha Hi Ja Ji Ka Ki Lo Ma Mo Na Ni Pa Pra Ra Ri Ro Sa "
        "Shai Su Ta Tu U Va Vi Vish",
        "bhav dip dish esh hul hil jan jit kar kash kesh kul lav lesh "
        "man mit nal nav ndra nesh nil pan raj ran rav shal shan tesh tik van vin yan",
    ),
)
_PUNJABI: Final = composed(
    "Aman Amar Arsh Bal Bhu Char Dal Dil Gag Gur Har Ind Jag Jas Kam Kir Kul Lakh "
    "Lov Man Moh Nav Nir Pal Par Pav Prabh Raj Ran Sat Simar Sukh Tar Tej Var",
    "ampal bir deep dev inder jeet jit jot kamal leen meet pal preet raj veer want",
)
_YORUBA: Final = composed(
    "Abi Ade Ayo Ba Bolu Da Di Ebu Ekene Emi Fi Fola Ife Ike Ini Ji Kele Ke Ki Ko "
    "Mo Nke Nna Nwa Obi Oge Okwu Ola Olu Omo Oni Ore Oyin Se Si Te Ti To Uche Ugo "
    "Yemi",
    "bola chi chukwu dayo di fe femi gbenga jide juwon kemi kunle la lola luwa "
    "mide na nna nuoluwa ra rinsola sola tayo tola tomi wa wunmi yin zie",
)
_AKAN: Final = composed(
    "A Ab Ad Af Ak Am An Ba Be Da De Do Ed Ek Es Ko Kwa Ma Na Ny Ob Os Pa Se Ti Ya Yo",
    "ba boa coh dofo dom dwoa e fua ko kua kwa ma na ntwi oma ow po sa saa si wu yaa",
)
_ISLAND: Final = (
    composed(
        "Al An Ash Bri Cas Char Chan Ci Dan Dar Del Eb El Jan Jes Ka Kel Kir La Lar Lau Ly Ma Mel Nat "
        "Ol Ra Ro Sha Shan Ta Tam Ver",
        "a anna ara e ea een eigh elle ene essa etta ia ice iel ika "
        "ille ina inda ine isa issa ita ley line na nessa nique rie tine",
    ),
    composed(
        "Al An Ar Bar Bra Bren Cal Cam Cor Da Dar De Den Dev Dil Ed Fin Gar Har Jar Jay Ken Ker Kor Lan "
        "Lin Mar Mor Ner Or Ran Ren Ro Shel Tra Tre Ty Ver Wen",
        "an ath by dan den der don el ell en ford gan ick il in ion is ius lan land ley lon man mond "
        "nard nell non ren ric rin ron son ton tin vin von vyn win",
    ),
)
_SLAVIC: Final = (
    composed(
        "Al Bar Bog Bo Dan Do El Ew Fel Gra Hal Ho Ir Iza Jad Jag Jan Jo Kal Kam Kar Kla Kor La Len Luc "
        "Mal Mar Mil Na Ni Olg Pol Ren Ros San Syl Tam Ter Urs Wan Wer Zof",
        "a dia elia ena enka era eta ia ika ina isza ita ka la lena lina mila na nika sia ta wia",
    ),
    composed(
        "Al Bar Bog Bol Bor Ced Dan Dar Dob Er Fel Grz Hen Hub Ig Jac Jan Jar Kaj Kam Kar Kon Kor Les "
        "Lud Mac Mar Mat Mir Nor Ol Pat Prze Rad Rom Ryk Seb Sław Szcz Ty Wal Wik Wit Zbig Zdz",
        "ak an bert bor ek emir ert ian iej ik im ion isław iusz mil mir on or osz oń rad stian sław "
        "usz wid wit ymir ysław",
    ),
)
_IBERIAN: Final = (
    composed(
        "Ad Al Am An Ar Bel Ben Car Ce Cla Con Cris Del Dom El Em Es Eu Fer Flo Gla Gra Ir Is Jac Jo Ju "
        "Lau Le Lu Mag Mar Mer Mi Na No Nu Ol Pal Pil Ra Ro Sil Sol Ter Val Ve Yo Zul",
        "a ana celia cia da dela dia ela elia ena encia enia ia ica ida iela ila ina ira isa ita la lia "
        "lina mara na nia nica onia ora osa rina tina uela una",
    ),
    composed(
        "Ab Ad Al Am An Ar Bal Ben Ber Car Ce Clau Cri Da De Do Ed El Em En Er Es Fe Fer Fla Gil Gon He "
        "Il Is Ja Jo Ju Le Li Lo Lu Ma Mar Mi Mo Ne Ni Oc Or Os Pa Ra Ren Ri Ro Sal Se Ti Val Vi",
        "ado ano ardo ario aro bio celo cio dano dro edo elio enio erio io iro isco ito lio lino lo mán "
        "mundo nando nesto nio no rigo rino rio ro sio són tino to",
    ),
)
_HORN: Final = (
    composed(
        "A Ab Al As Be Bi Da De E Fi Fre Ge Ha Hi Ka Ki Le Ma Me Mu Na Ni Ra Ru Sa Se Shi Si Ta Te Ti Wa "
        "Wi Ya Ye Ze",
        "bech biba da dan deg di fo ha haret hat hawit ho jo la lam mar mawit meret mi na "
        "nait nesh nat net ni rit ro sha shi ta tu wa wit",
    ),
    composed(
        "A Ab Al As Be Bi Da De E Fi Ga Ge Gi Ha Hai Is Ka Ki Ku Ma Me Mi Mu Na Ne Ra Sa Se Si Ta Te Ti "
        "Wa Wol Ya Ye Ze Zi",
        "be bo da dane de di du fu gos kele la le lem ma mariam mba meles mos mu "
        "nda ne ngi re rhan ri sfa shome su ta tu wit yas yohannes zgi",
    ),
)
_PERSIAN_TURKISH: Final = (
    composed(
        "Ad Af Ay Azi Ba Be Bur Ce Da De Di El Em Es Fa Fe Far Ge Gol Gül Ha Hü Il İp Ja Ka Ki La Le Ma Me "
        "Mi Na Ne Ni Nu Par Ra Sa Se Sha So Su Şe Ta Ti Tu Ya Zeh Zi",
        "bahar can da fer gül han ime ira kan lda lin mah man me min na nam naz nur ra rem rin riye ru se "
        "sen sin ta tap vil ya yla yza",
    ),
    composed(
        "Ab Ad Ah Al Ar As At Ba Be Bu Ca Ce Da De Do En Er Fa Fe Fir Gö Gü Ha Hal Ib İl Ja Ka Ke Kor Le Ma "
        "Me Mu Na Ne Nu Oğ Ok Or Ra Rez Sa Se Si So Su Ta Te To Tu Um Ve Ya Za Zi",
        "ad al an ar ay aş bar ber ci dar dat din doğan er fan fer gay han hat hir ip kan ker lal lat lut "
        "mal mar met min nan nur oud ram rat rim sal san sut tan taz uz van yar zad",
    ),
)
# Chinese: two syllables make a name; girls and boys draw from the same ones, as in life.
CHINESE: Final = composed(
    "Bao Chi Chun Fang Fei Hai Hong Hui Jia Jian Jie Jin Jing Jun Ka Kai Kit Lai Lan Li Ling Man Mei Min Ming "
    "Nga On Pak Pui Qi Qiang Rong Shan Shu Siu Sum Tao Ting Tsz Wai Wei Wen Xia Xiao Xin Xue Yan Yang Yee Yi "
    "Ying Yu Yuan Yun Zhen Zhi",
    "-Chun -Fai -Fang -Fung -Hao -Hin -Ho -Hong -Hua -Jie -Jun -Kei -Kit -Lan -Lin -Ling -Long -Man -Mei -Min "
    "-Ming -Na -Nam -Pan -Ping -Qing -Rui -San -Sze -Ting -To -Tung -Wah -Wai -Wen -Xi -Xuan -Yan -Yee -Yi "
    "-Yin -Ying -Yu -Yue -Zhen",
)
TAILS: Final = {
    "english": _ISLAND, "welsh": _ISLAND, "scottish": _ISLAND, "irish": _ISLAND, "caribbean": _ISLAND,
    "pakistani": _SOUTH_ASIAN, "bangladeshi": _SOUTH_ASIAN, "arabic": _SOUTH_ASIAN,
    "somali": _SOUTH_ASIAN, "sikh": (_PUNJABI, _PUNJABI), "gujarati": _INDIAN,
    "south_indian": _INDIAN, "nigerian": (_YORUBA[::2], _YORUBA[1::2]),
    "ghanaian": (_AKAN[::2], _AKAN[1::2]), "polish": _SLAVIC, "romanian": _IBERIAN,
    "eastern": _SLAVIC, "portuguese": _IBERIAN, "spanish": _IBERIAN, "european": _IBERIAN,
    "kurdish_turkish": _PERSIAN_TURKISH, "afghan_iranian": _PERSIAN_TURKISH, "east_african": _HORN,
    "chinese": (CHINESE, CHINESE),
}  # fmt: skip
