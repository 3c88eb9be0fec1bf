"""What the program says to people, in Chinese and English.

A code, the Chinese text, the English text: a table for each subject. Values are put in with `str.format`. A code
without a text is a bug and raises KeyError.
"""

from __future__ import annotations

import errno
import os

from kg.messages import asking, commands, reading, store, system, tables

LANGUAGES = ("zh", "en")
SUBJECTS = (reading, commands, system, store, tables, asking)
MESSAGES: dict[str, tuple[str, str]] = {code: texts for one in SUBJECTS for code, texts in one.MESSAGES.items()}


def say(code: str, language: str, **values: object) -> str:
    """The message of this code in ``zh`` or ``en``."""
    return MESSAGES[code][LANGUAGES.index(language)].format(**values)


def default_language() -> str:
    """``en`` or ``zh`` from the locale's variables; zh where they say nothing (POSIX: LC_ALL, LC_MESSAGES, LANG)."""
    name = next((v for k in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := os.environ.get(k))), "")
    return "en" if name.partition(".")[0].partition("_")[0].lower() == "en" else "zh"


def system_reason(error: OSError, language: str) -> str:
    """Why the system refused, in the reader's language where there is a word for it."""
    code = f"os-{errno.errorcode.get(error.errno, '')}" if error.errno else ""
    return say(code, language) if code in MESSAGES else (error.strerror or str(error))
