"""What only the user knows: the closed list of facts and the values that each can have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

FACTS: Mapping[str, tuple[str, ...]] = {
    "dpo": ("none", "appointed"),
    "transfers": ("none", "made"),
    "consent": ("not-used", "used"),
    "direct-marketing": ("none", "done"),
    "automated-decisions": ("none", "made"),
    "indirect-collection": ("none", "done"),
    "provision": ("voluntary", "required"),
    "cookies": ("none", "used"),
    "special-category": ("none", "processed"),
    "representative": ("not-needed", "appointed"),
    "public-authority": ("yes", "no"),
    "audience": ("adults", "children"),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """The value of a fact and the user's reason for it."""

    value: str
    because: str
