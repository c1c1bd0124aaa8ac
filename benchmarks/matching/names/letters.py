"""Names in other letters, and how their owners or a listener would write them in ours."""

from typing import Final

_ARABIC: Final = """
الحسن Al-Hassan|حداد Haddad|خليل Khalil|منصور Mansour|صالح Saleh|ناصر Nasser|حمدان Hamdan
درويش Darwish|العلي Al-Ali|السيد Al-Sayed|رانيا Rania|ليلى Layla|سميرة Samira|هدى Huda|نور Noor
ريم Reem|داليا Dalia|حنان Hanan|ياسمين Yasmin|خالد Khaled|عمر Omar|يوسف Youssef|كريم Karim
سمير Samir|زياد Ziad|فراس Firas|طارق Tarek|مصطفى Mustafa|لينا Lina|جنى Jana|شام Sham|تاليا Talia
سلمى Salma|روان Rawan|جودي Judi|آدم Adam|يزن Yazan|كنان Kinan|جاد Jad|ليث Laith|أمير Amir|تيم Taim
إلياس Elias|محمد Mohammed|أحمد Ahmad|محمود Mahmoud|حسين Hussein|علي Ali|حسن Hassan|إبراهيم Ibrahim
فاطمة Fatima|عائشة Aisha|زينب Zainab|مريم Maryam|خديجة Khadija|سعاد Suad|نادية Nadia|وفاء Wafa
رضا Rida|بلال Bilal|حمزة Hamza|إسماعيل Ismail|سليمان Suleiman|عيسى Issa|جابر Jaber|قاسم Qasim
النجار Al-Najjar|الخطيب Al-Khatib|المصري Al-Masri|الأحمد Al-Ahmad|عبد_الله Abdullah|شاهين Shaheen
غانم Ghanem|حبيب Habib|خوري Khoury|بكري Bakri|فارس Fares|عثمان Osman|الشامي Al-Shami|القاضي Al-Qadi
الحاج Al-Hajj|العمري Al-Omari|النوري Al-Nouri|الشريف Al-Sharif|التميمي Al-Tamimi|زيدان Zidan
"""
ARABIC: Final = {
    pair.rsplit(" ", 1)[0].replace("_", " "): pair.rsplit(" ", 1)[1]
    for pair in _ARABIC.strip().replace("\n", "|").split("|")
}
ARABIC_WOMEN: Final = tuple(
    script for script, plain in ARABIC.items()
    if plain in ["Rania", "Layla", "Samira", "Huda", "Noor", "Reem", "Dalia", "Hanan", "Yasmin", "Lina", "Jana", "Sham", "Talia", "Salma", "Rawan", "Judi", "Fatima", "Aisha", "Zainab", "Maryam", "Khadija", "Suad", "Nadia", "Wafa"]
)  # fmt: skip
ARABIC_MEN: Final = tuple(
    script for script, plain in ARABIC.items()
    if script not in ARABIC_WOMEN and "-" not in plain
    and plain not in ("Haddad", "Shaheen", "Ghanem", "Khoury", "Bakri", "Zidan", "Darwish")
)  # fmt: skip
ARABIC_SURNAMES: Final = tuple(
    script for script, plain in ARABIC.items()
    if plain.startswith("Al-") or plain in ["Haddad", "Khalil", "Mansour", "Saleh", "Nasser", "Hamdan", "Darwish", "Mahmoud", "Hussein", "Ali", "Hassan", "Ibrahim", "Ismail", "Suleiman", "Issa", "Jaber", "Qasim", "Abdullah", "Shaheen", "Ghanem", "Habib", "Khoury", "Bakri", "Fares", "Osman", "Zidan"]
)  # fmt: skip
_CYRILLIC: Final = (
    ("shch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("yu", "ю"),
    ("ya", "я"), ("iya", "ія"), ("yi", "ї"), ("ye", "є"), ("iy", "ій"), ("a", "а"), ("b", "б"),
    ("v", "в"), ("h", "г"), ("g", "ґ"), ("d", "д"), ("e", "е"), ("z", "з"), ("y", "и"), ("i", "і"),
    ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("r", "р"), ("s", "с"),
    ("t", "т"), ("u", "у"), ("f", "ф"), ("j", "й"),
)  # fmt: skip
_LATIN: Final = {cyrillic: latin for latin, cyrillic in _CYRILLIC if len(cyrillic) == 1}


def to_cyrillic(name: str) -> str:
    """A Ukrainian name in its own letters; "" when it has a letter that is not of them."""
    left, made = name.casefold(), ""
    while left:
        for latin, cyrillic in _CYRILLIC:
            if left.startswith(latin):
                made, left = made + cyrillic, left[len(latin) :]
                break
        else:
            return ""
    return made.capitalize()


def to_latin(name: str) -> str:
    """A name in our letters, as it is heard; unchanged when it is in them already."""
    if name in ARABIC:
        return ARABIC[name]
    if not any("Ѐ" <= letter <= "ӿ" for letter in name):
        return " ".join(ARABIC.get(word, word) for word in name.split(" "))
    return "".join(_LATIN.get(letter, letter) for letter in name.casefold()).title()


def is_latin(name: str) -> bool:
    """Whether it is written in our letters, marks included."""
    return all(letter < "Ͱ" or letter == "’" for letter in name)
