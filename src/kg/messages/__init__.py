"""What the program says to people, in Chinese and English.

A code, the Chinese text, the English text: a table for each subject. Values are put in as `str.format` does it, and
``{count:measure|measures}`` is the first word where the count is one, else the second. A code without a text is a bug
and raises KeyError.
"""

from __future__ import annotations

import errno
import os
from string import Formatter

from kg.messages import asking, commands, reading, store, system, tables

LANGUAGES = ("zh", "en")
SUBJECTS = (reading, commands, system, store, tables, asking)
MESSAGES: dict[str, tuple[str, str]] = {code: texts for one in SUBJECTS for code, texts in one.MESSAGES.items()}


class _Counting(Formatter):
    def format_field(self, value: object, format_spec: str) -> str:
        one, parted, several = format_spec.partition("|")
        if not parted:
            return super().format_field(value, format_spec)  # type: ignore[no-any-return]
        return one if value == 1 else several


def say(code: str, language: str, **values: object) -> str:
    """The message of this code in ``zh`` or ``en``."""
    return _Counting().format(MESSAGES[code][LANGUAGES.index(language)], **values)


def default_language() -> str:
    """``en`` or ``zh`` from the locale's variables; zh where they say nothing (POSIX: LC_ALL, LC_MESSAGES, LANG)."""
    name = next((v for k in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := os.environ.get(k))), "")
    return "en" if name.partition(".")[0].partition("_")[0].lower() == "en" else "zh"


def system_reason(error: OSError, language: str) -> str:
    """Why the system refused, in the reader's language where there is a word for it."""
    code = f"os-{errno.errorcode.get(error.errno, '')}" if error.errno else ""
    return say(code, language) if code in MESSAGES else (error.strerror or str(error))
