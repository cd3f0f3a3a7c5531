# SPDX-License-Identifier: EUPL-1.2
"""Blocks of which editors build a text. Few, so that every page looks and reads like the others."""

from .body import BodyBlock
from .links import CardsBlock
from .media import DownloadBlock
from .text import TEXT_FEATURES, AccordionBlock, QuestionBlock

__all__ = [
    "TEXT_FEATURES",
    "AccordionBlock",
    "BodyBlock",
    "CardsBlock",
    "DownloadBlock",
    "QuestionBlock",
]
