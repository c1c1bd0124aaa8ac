"""The languages an agreement is talked over in, by their codes: what the form offers, what each
calls itself, and which way it is written."""

from typing import Final

ENGLISH: Final = "en"
LANGUAGES: Final = {
    "en": "English",
    "sq": "Albanian",
    "am": "Amharic",
    "ar": "Arabic",
    "bn": "Bengali",
    "bfi": "British Sign Language",
    "yue": "Cantonese",
    "fa": "Farsi",
    "fr": "French",
    "gu": "Gujarati",
    "hi": "Hindi",
    "it": "Italian",
    "ku": "Kurdish",
    "lt": "Lithuanian",
    "zh": "Mandarin",
    "ne": "Nepali",
    "ps": "Pashto",
    "pl": "Polish",
    "pt": "Portuguese",
    "pa": "Punjabi",
    "ro": "Romanian",
    "rom": "Romani",
    "ru": "Russian",
    "so": "Somali",
    "es": "Spanish",
    "sw": "Swahili",
    "tl": "Tagalog",
    "ta": "Tamil",
    "ti": "Tigrinya",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "cy": "Welsh",
    "other": "Another language",
}

# Not written, or no language one could write in.
SPOKEN: Final = ("bfi", "other")
OWN_NAMES: Final = {
    "en": "English",
    "sq": "Shqip",
    "am": "አማርኛ",
    "ar": "العربية",
    "bn": "বাংলা",
    "yue": "廣東話",
    "fa": "فارسی",
    "fr": "Français",
    "gu": "ગુજરાતી",
    "hi": "हिन्दी",
    "it": "Italiano",
    "ku": "Kurdî · کوردی",
    "lt": "Lietuvių",
    "zh": "中文",
    "ne": "नेपाली",
    "ps": "پښتو",
    "pl": "Polski",
    "pt": "Português",
    "pa": "ਪੰਜਾਬੀ",
    "ro": "Română",
    "rom": "Romani čhib",
    "ru": "Русский",
    "so": "Soomaali",
    "es": "Español",
    "sw": "Kiswahili",
    "tl": "Tagalog",
    "ta": "தமிழ்",
    "ti": "ትግርኛ",
    "tr": "Türkçe",
    "uk": "Українська",
    "ur": "اردو",
    "vi": "Tiếng Việt",
    "cy": "Cymraeg",
}
RIGHT_TO_LEFT: Final = ("ar", "fa", "ps", "ur")
IN_TWO_SCRIPTS: Final = ("ku",)  # Kurmanji from the left, Sorani from the right


def name_of(code: str) -> str:
    """A language in words; "" for none."""
    return LANGUAGES.get(code, code)


def direction_of(code: str) -> str:
    """Which way a language is written, as HTML says it: by its letters where it has two ways."""
    if code in IN_TWO_SCRIPTS:
        return "auto"
    return "rtl" if code in RIGHT_TO_LEFT else "ltr"
