"""What a SPARQL text of the user's does, seen before it runs."""

from __future__ import annotations

import re

# Strings, IRIs, comments, variables, language tags and prefixed names hold no keyword (SPARQL 1.1, 19.8). A comment
# ends at either line end; a backslash in a local name takes the next character with it. A prefix that ends in
# "service" stays, since SERVICE needs no space before a name.
_NO_KEYWORD = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\r\n]|\\.)*"'
    r"|'(?:[^'\\\r\n]|\\.)*'"
    r"|\\."
    r"|<[^\x00-\x20<>\"{}|^`\\]*>"
    r"|#[^\r\n]*"
    r"|[?$]\w+"
    r"|@[a-zA-Z-]+"
    r"|(?<![\w-])[\w-]*(?<!service):[\w:-]*",
    re.DOTALL | re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})")


def calls_service(sparql: str) -> bool:
    """True where the text asks another endpoint, which opens a socket; code point escapes (19.2) are looked into."""
    texts = (sparql, _ESCAPE.sub(_character, sparql))
    return any("service" in _NO_KEYWORD.sub(" ", text).lower() for text in texts)


def variables(sparql: str) -> tuple[str, ...]:
    """Names of the variables of the text, in order of appearance, each once."""
    found = (m.group() for m in _NO_KEYWORD.finditer(sparql))
    return tuple(dict.fromkeys(name[1:] for name in found if name[0] in "?$"))


def _character(escape: re.Match[str]) -> str:
    code = int(escape[1] or escape[2], 16)
    return chr(code) if code <= 0x10FFFF else ""
