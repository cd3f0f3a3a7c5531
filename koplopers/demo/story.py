# SPDX-License-Identifier: EUPL-1.2
"""What a fictional story about an initiative consists of, and which fictional organisations play in it."""

from dataclasses import dataclass

FICTION = "Dit is een verzonnen voorbeeld."


@dataclass(frozen=True)
class Story:
    """One fictional initiative: its texts, where it is, and how far it is walked."""

    title: str
    summary: str
    until: str
    """The road that it takes (`ROADS`)."""
    theme: str
    sector: str
    region: str
    organisation: tuple[str, str]
    """Name and kind."""
    problem: str = ""
    approach: str = ""
    for_whom: str = ""
    by_whom: str = ""
    results: str = ""
    failed: str = ""
    transfer: str = ""
    phase: str = ""
    evidence: str = ""
    goals: tuple[str, ...] = ("goal_satisfied",)
    partners: tuple[tuple[str, str, str], ...] = ()
    """Name, kind and role of each."""
    remark: str = ""
    """What is asked or answered on this road: the question, the reason or the advice."""


LINDE = ("Voorbeeldhuis De Linde (verzonnen)", "care")
BRUG = ("Voorbeeldzorg De Brug (verzonnen)", "care")
BOOG = ("Voorbeeldhuis De Boog (verzonnen)", "care")
VUURTOREN = ("Voorbeeldziekenhuis De Vuurtoren (verzonnen)", "care")
MEENT = ("Voorbeeldwelzijn De Meent (verzonnen)", "care")
WIEKSLAG = ("Voorbeeldthuiszorg Wiekslag (verzonnen)", "care")
KOMPAS = ("Voorbeeldschool Het Kompas (verzonnen)", "education")
LEERWERF = ("Voorbeeldschool De Leerwerf (verzonnen)", "education")
WATERDAM = ("Voorbeeldgemeente Waterdam (verzonnen)", "municipality")
HOOGVELD = ("Voorbeeldgemeente Hoogveld (verzonnen)", "municipality")
EENDRACHT = ("Voorbeeldwerkgevers Eendracht (verzonnen)", "regional_employers")
