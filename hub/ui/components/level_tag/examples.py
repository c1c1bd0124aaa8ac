"""Every level there is."""

from hub.kernel.files import Level

EXAMPLES = {level.word.capitalize(): {"level": level.word} for level in Level}
