"""Tells whether a document is a privacy policy at all."""

from __future__ import annotations

from policylint.engine.index import Index
from policylint.engine.matcher import Matcher
from policylint.language.phrase import parse_phrase

_SIGNS = tuple(
    parse_phrase(sign)
    for sign in (
        "privacy (policy|notice|statement|information|policies|notices)",
        "personal (data|information|details|identifiable)",
        "data (protection|subject|subjects|controller|processor|retention)",
        "(we|us|our) ...4 "
        "(collect|collects|collecting|process|processes|processing|store|stores|share|shares|disclose)",
        "(your|user|users|visitor|customer|their) (data|information|details|privacy|email|name)",
        "(GDPR|DPA|CCPA|PECR)",
        "(cookie|cookies|analytics)",
        "third (party|parties)",
        "(consent|lawful|legal) (to|basis|bases|ground|grounds)",
        "(email|ip|postal) (address|addresses)",
        "(delete|erase|access|correct|rectify) ...3 (data|information)",
    )
)
_ENOUGH_SIGNS = 4
_ENOUGH_PLACES = 6


def why_no_policy(index: Index) -> str | None:
    """Return why the document is not taken for a privacy policy in English, or None if it is."""
    matcher = Matcher(index, {})
    counts = [len(matcher.find(sign).ranges) for sign in _SIGNS]
    if sum(count > 0 for count in counts) >= _ENOUGH_SIGNS and sum(counts) >= _ENOUGH_PLACES:
        return None
    return "it does not look like a privacy policy in English"
