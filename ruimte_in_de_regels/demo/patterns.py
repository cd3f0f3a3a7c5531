# SPDX-License-Identifier: EUPL-1.2
"""The fictional obstacles: eight patterns, and what they have in common with each other.

Nothing in here happened, and no ministry said any of it.
"""

from dataclasses import dataclass

FICTION = "Dit is een verzonnen voorbeeld."


@dataclass(frozen=True)
class Pattern:
    """One kind of obstacle: whose rule it is, what it protects, what is asked, and what comes of it."""

    rule_owner: str
    obstacle_kind: str
    purpose: str
    """What the rule protects."""
    believed: str
    """What people think that the rule says."""
    asked: str
    """What the network asks a ministry."""
    outcome: str
    ministries: tuple[str, ...] = ("vws",)
    stance: str = "follows"
    answer: str = "explanation"
    reasoning: str = ""
    """What the ministry answers."""
    rule: tuple[str, str] = ("", "")
    """The rule that it is about, and what that says; nothing when nobody knows one."""
    effect: str = ""
    """What happens to people, as the end of a sentence."""


@dataclass(frozen=True)
class Story:
    """One reported obstacle, in the words of its reporter, and the road that it takes."""

    title: str
    story: str
    goal: str
    who: str
    """Those who run into it, as the beginning of a sentence."""
    pattern: str
    theme: str
    sector: str
    region: str
    domain: str
    road: str
    result: str = ""
    """What came of it, for those who reported it; empty when the road does not lead that far."""
    advice: str = ""
    """What somebody else can do with it; empty when nothing is published."""
    others: "tuple[Story, ...]" = ()
    """Reports of the same obstacle, which join the case of this one."""
    role: str = "professional"
    origin: str = "reported"
    """Of the case. Anything else than "reported": there is no report."""
    outcome: str = ""
    """When it is another than that of the pattern."""
    anonymous: bool = False


# ruff: noqa: E501 (a fictional text reads best on one line)
PATTERNS: dict[str, Pattern] = {
    "stage": Pattern(
        "training", "unknown_rule",
        "De regel zorgt dat een leerling goed begeleid wordt en ook vrij heeft.",
        "Stage mag alleen in schoolweken.",
        "Mag een school met een leerling een stage buiten de schoolweken afspreken?",
        "already_allowed", ("ocw",),
        reasoning="Een school mag dit zelf met een leerling afspreken. De leerling houdt recht op vrije weken.",
        rule=("Verzonnen wet over stages", "Wie leert, doet een deel van de tijd stage. Dat gebeurt buiten de vrije weken."),
        effect="en handen blijven liggen die er wel zijn",
    ),
    "twee-werkgevers": Pattern(
        "social_partners", "contradiction",
        "De regels zorgen dat iemand genoeg rust krijgt en eerlijk wordt betaald.",
        "Twee contracten naast elkaar mag niet.",
        "Kunnen twee werkgevers samen één rooster maken, en wie let dan op de rust?",
        "other_approach", ("szw", "vws"), "follows_partly", "explanation",
        "Twee contracten mogen. Spreek samen af wie op de rust let.",
        ("Verzonnen wet over werktijden", "Wie werkt, krijgt genoeg rust tussen twee diensten."),
        "en mensen stoppen met hun tweede baan",
    ),
    "zij-instroom": Pattern(
        "training", "strict_reading",
        "De regel bewaakt dat iedereen met een diploma het vak echt kan.",
        "Iedereen moet elk onderdeel volgen.",
        "Mag een opleiding iemand vrijstellen van wat diegene al kan?",
        "clarified", ("ocw", "vws"),
        reasoning="Vrijstelling kan, als de opleiding bekijkt wat iemand kan. Wij schrijven dat duidelijker op.",
        rule=("Verzonnen wet over diploma’s", "Een opleiding bewaakt dat iedereen met een diploma het vak kan."),
        effect="en zij-instromers haken af",
    ),
    "toeslag": Pattern(
        "state", "contradiction",
        "De toeslag helpt mensen die weinig verdienen.",
        "Meer werken kost altijd geld.",
        "Is er ruimte om mensen die meer gaan werken minder snel te korten?",
        "no_room", ("szw",), "explains", "no_room",
        "Dit kan niet voor één groep. De toeslag telt voor iedereen op dezelfde manier.",
        ("Verzonnen wet over toeslagen", "Wie meer verdient, krijgt minder toeslag."),
        "en niemand durft meer uren te werken",
    ),
    "eigen-regel": Pattern(
        "own", "own_rule",
        "De afspraak is ooit gemaakt om fouten te voorkomen.",
        "De wet schrijft voor wie welke taak doet.",
        "Schrijft de wet dit voor, of is het een eigen afspraak?",
        "internal_rule", ("vws",),
        reasoning="De wet laat dit vrij. De organisatie mag zelf kiezen.",
        effect="en taken blijven wachten op één persoon",
    ),
    "verantwoorden": Pattern(
        "nobody", "unknown_rule",
        "Goed opschrijven helpt om zorg veilig over te dragen.",
        "De inspectie wil dat alles op papier staat.",
        "Vraagt iemand om deze lijst, en wat moet er echt in staan?",
        "misunderstanding", ("vws",),
        reasoning="Niemand vraagt om deze lijst. Schrijf op wat een collega moet weten.",
        effect="en er blijft minder tijd over voor mensen",
    ),
    "subsidie": Pattern(
        "state", "funding",
        "De regeling zorgt dat het geld naar leren gaat.",
        "Alleen één organisatie tegelijk kan aanvragen.",
        "Kan de regeling ook gelden als organisaties samen opleiden?",
        "rule_changed", ("vws", "ocw"), "follows", "change",
        "In de volgende ronde kan een groep samen aanvragen.",
        ("Verzonnen regeling voor samen opleiden", "Eén organisatie vraagt geld aan om mensen op te leiden."),
        "en samen opleiden gaat niet door",
    ),
    "diensten": Pattern(
        "state", "strict_reading",
        "De regel beschermt de rust van wie werkt.",
        "Een langere dienst is altijd verboden.",
        "Mag een team op eigen verzoek een tijd met andere diensten proberen?",
        "experiment", ("szw",), "follows_partly", "experiment",
        "Een proef kan, als mensen zelf kiezen en de rust wordt gemeten.",
        ("Verzonnen wet over werktijden", "Wie werkt, krijgt genoeg rust tussen twee diensten."),
        "en mensen zoeken werk met een ander rooster",
    ),
}  # fmt: skip
