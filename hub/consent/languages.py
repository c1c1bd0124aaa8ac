"""The languages an agreement is talked over in, by their codes: what the form offers."""

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


def name_of(code: str) -> str:
    """A language in words; "" for none."""
    return LANGUAGES.get(code, code)
