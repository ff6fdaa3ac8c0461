"""The ends of domain names by which one is known even where no address is written out."""

from __future__ import annotations

from policylint.entities.lists import word_set

TOP_LEVEL = word_set(
    "academy agency ai app at au be biz blog br ca ch cloud co com coop cz de dev dk ee education edu es eu eus fi fr",
    "gd gg global gov gr group health hr hu ie im info int io it je jobs jp law legal li link live london lt ltd lu lv",
    "me mil mobi mt net network news ngo nl no nz online org pl page pro pt pub ro scot se services shop si site sk",
    "social software solutions space store studio support systems team tech to travel trust tv uk us wales wiki work",
    "world xyz za",
)
