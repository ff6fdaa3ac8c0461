"""The inflected forms of an English word, for `word~` in phrases."""

from __future__ import annotations

_IRREGULAR: dict[str, tuple[str, ...]] = {
    "be": ("is", "are", "am", "was", "were", "been", "being", "'re"),
    "begin": ("begins", "began", "begun", "beginning"),
    "bring": ("brings", "brought", "bringing"),
    "child": ("children",),
    "choose": ("chooses", "chose", "chosen", "choosing"),
    "do": ("does", "did", "done", "doing"),
    "find": ("finds", "found", "finding"),
    "get": ("gets", "got", "gotten", "getting"),
    "give": ("gives", "gave", "given", "giving"),
    "go": ("goes", "went", "gone", "going"),
    "have": ("has", "had", "having"),
    "hold": ("holds", "held", "holding"),
    "keep": ("keeps", "kept", "keeping"),
    "leave": ("leaves", "left", "leaving"),
    "make": ("makes", "made", "making"),
    "person": ("persons", "people"),
    "put": ("puts", "putting"),
    "see": ("sees", "saw", "seen", "seeing"),
    "sell": ("sells", "sold", "selling"),
    "send": ("sends", "sent", "sending"),
    "take": ("takes", "took", "taken", "taking"),
    "tell": ("tells", "told", "telling"),
    "withdraw": ("withdraws", "withdrew", "withdrawn", "withdrawing"),
    "write": ("writes", "wrote", "written", "writing"),
}
_VOWELS = "aeiou"


def inflections(word: str) -> frozenset[str]:
    """Return a word (lower case) with its plural or verb forms, in British and American spelling."""
    forms = {word, *_IRREGULAR.get(word, _regular(word))}
    forms |= {form.replace("is", "iz") for form in forms if word.endswith(("ise", "isation"))}
    return frozenset(forms)


def _regular(word: str) -> tuple[str, ...]:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        stem = word[:-1]
        return (f"{stem}ies", f"{stem}ied", f"{word}ing")
    if word.endswith("e"):
        return (f"{word}s", f"{word}d", f"{word[:-1]}ing")
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return (f"{word}es", f"{word}ed", f"{word}ing")
    forms = (f"{word}s", f"{word}ed", f"{word}ing")
    if len(word) > 2 and word[-1] not in "wxy" + _VOWELS and word[-2] in _VOWELS and word[-3] not in _VOWELS:
        return (*forms, f"{word}{word[-1]}ed", f"{word}{word[-1]}ing")
    return forms
