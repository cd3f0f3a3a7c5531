# SPDX-License-Identifier: EUPL-1.2
"""Fictional learning projects."""

from dataclasses import dataclass

FICTION = "Dit is een verzonnen voorbeeld."


@dataclass(frozen=True)
class Round:
    """One cycle of a story."""

    title: str
    plan: str
    expectation: str
    happened: str = ""
    for_whom: str = ""
    surprise: str = ""
    decision: str = "adapt"
    change: str = ""


@dataclass(frozen=True)
class Story:
    """One fictional project: its texts, where it is, and how far it is walked."""

    title: str
    summary: str
    until: str
    theme: str
    sector: str
    region: str
    organisation: tuple[str, str]
    problem: str
    urgency: str = ""
    for_whom: str = ""
    known: str = ""
    goal: str = ""
    criterion: str = ""
    measure: str = ""
    on_site: bool = False
    people: tuple[tuple[str, str, str], ...] = ()
    rounds: tuple[Round, ...] = ()
    lessons: tuple[tuple[str, str, str, str], ...] = ()
    changed: str = ""
    closing: str = ""


LINDE = ("Voorbeeldorganisatie De Linde", "care")
BRUG = ("Voorbeeldzorg De Brug", "care")
KOMPAS = ("Voorbeeldschool Het Kompas", "education")

# ruff: noqa: E501 (a fictional story reads best on one line)
STORIES = (
    Story(
        "Wat houdt ons tegen om een dag meer te werken?",
        "Een wijkteam zoekt uit hoe collega’s aan hun gewenste uren komen.",
        "running",
        "meer-uren-werken",
        "thuiszorg-en-wijkverpleging",
        "twente",
        BRUG,
        "Vijf collega’s willen meer werken, maar het lukt niet om de uren te vinden.",
        "Elke week staan er diensten open. Toch gaan mensen met een klein contract naar huis.",
        "Voor collega’s met een klein contract. Wie fulltime werkt, merkt er weinig van.",
        "Een ander team begon klein en op papier. Dat hielp.",
        "Minstens drie collega’s werken straks de uren die ze willen.",
        "Er worden elke week acht uren geruild.",
        "We tellen op maandag.",
        True,
        (
            ("Collega’s met een klein contract", "professional", "Weten wanneer uren passen"),
            ("Cliënten van het wijkteam", "client", "Zeggen wat een vast gezicht waard is"),
            ("Teamleider", "manager", "Mag het rooster openzetten"),
        ),
        (
            Round(
                "Een vast gesprek over uren",
                "De teamleider vraagt iedereen: hoeveel uur wil je echt werken?",
                "De helft wil meer werken.",
                "Vijf mensen wilden meer. Twee wilden minder, maar durfden dat niet te zeggen.",
                "Voor wie meer wilde. Wie minder wilde, vond het spannend.",
                "Het gesprek zelf gaf al rust.",
                "adapt",
                "We houden het gesprek, en gaan daarnaast uren ruilen.",
            ),
            Round(
                "Uren ruilen per week",
                "Vier collega’s ruilen elke maandag losse uren op het bord in de keuken.",
                "Acht geruilde uren per week.",
            ),
        ),
    ),
    Story(
        "Een cursus in eigen tijd",
        "We dachten dat collega’s ’s avonds wilden leren. Dat was niet zo.",
        "stopped",
        "leven-lang-ontwikkelen",
        "gehandicaptenzorg",
        "zeeland",
        LINDE,
        "Collega’s leren weinig nieuws. Overdag is er geen tijd.",
        "Het werk verandert snel.",
        "Voor wie lang in dienst is. Wie net van school komt, heeft er minder last van.",
        "Elders volgden mensen korte lessen op hun telefoon.",
        "Iedereen leert dit jaar één ding bij.",
        "Tien collega’s ronden een les af.",
        "We tellen de afgeronde lessen.",
        True,
        (
            ("Collega’s van drie woningen", "professional", "Weten wat zij willen leren"),
            ("Bestuurder", "board", "Geeft tijd"),
        ),
        (
            Round(
                "Lessen op de telefoon",
                "Twintig collega’s krijgen zes korte lessen voor thuis.",
                "Vijftien van de twintig doen mee.",
                "Drie van de twintig deden mee. De anderen vonden thuis geen rust.",
                "Voor wie toch al veel leerde. Voor ouders met jonge kinderen niet.",
                "Niemand durfde te zeggen dat het niet lukte.",
                "stop",
                "We stoppen met leren in eigen tijd.",
            ),
        ),
        (
            (
                "did_not",
                "Leren in eigen tijd",
                "Drie van de twintig mensen deden mee. Vooral zij die al veel leerden.",
                "Geef tijd onder werktijd, ook als het maar een half uur is.",
            ),
            (
                "depends",
                "Lessen op de telefoon",
                "In de pauze lukte het soms. Met een drukke groep nooit.",
                "Zoek eerst een rustige plek.",
            ),
        ),
        "Bijna niemand deed mee. Doorgaan had geen zin.",
        "We begonnen vol goede moed. Na zes weken bleek dat thuis leren niet lukt. We stopten op tijd, en weten nu wat wel nodig is: tijd onder het werk.",
    ),
    Story(
        "Sneller starten als zij-instromer",
        "School en werk zochten samen een betere eerste maand.",
        "shared",
        "uitstroom-beperken",
        "onderwijs",
        "noordoost-brabant",
        KOMPAS,
        "Mensen uit een ander vak haken in de eerste maanden af.",
        "Van elke tien beginners zijn er na een half jaar nog zes.",
        "Voor beginners en hun begeleiders. Voor cliënten vooral later.",
        "Een vaste buddy helpt vaak.",
        "Na een half jaar zijn er nog negen van de tien.",
        "Beginners zeggen dat ze zich welkom voelen.",
        "We vragen het elke maand.",
        False,
        (
            ("Beginners", "student", "Weten wat zij missen"),
            ("Praktijkbegeleiders", "professional", "Zien wat lukt"),
            ("Bewoners", "client", "Vertellen wat zij merken"),
        ),
        (
            Round(
                "Een week meelopen",
                "Vier beginners lopen eerst een week mee zonder taak.",
                "Ze voelen zich sneller thuis.",
                "Drie van de vier voelden zich thuis. Eén verveelde zich.",
                "Voor wie de zorg niet kende. Voor wie al stage liep niet.",
                "Bewoners vroegen zelf of ze terugkwamen.",
                "adapt",
                "We kiezen de lengte samen met de beginner.",
            ),
            Round(
                "Samen kiezen hoe lang",
                "Beginner en begeleider kiezen samen: twee dagen of een week.",
                "Niemand verveelt zich.",
                "Niemand verveelde zich. Begeleiders hadden wel meer overleg.",
                "Voor beginners. Begeleiders hadden het drukker.",
                "",
                "go_on",
                "Dit wordt onze gewone eerste week.",
            ),
        ),
        (
            (
                "worked",
                "Eerst meelopen, dan werken",
                "Beginners liepen een week mee zonder taak. Ze voelden zich sneller thuis.",
                "Begin zonder taken, en kies samen hoe lang.",
            ),
            (
                "did_not",
                "Eén schema voor iedereen",
                "Wie al stage liep, verveelde zich.",
                "Vraag eerst wat iemand al kan.",
            ),
        ),
        "De eerste week begint nu met meelopen. Beginner en begeleider kiezen samen hoe lang.",
        "We wilden dat beginners blijven. Na twee rondes weten we wat helpt: eerst meelopen, en samen kiezen hoe lang. Eén schema voor iedereen werkte niet.",
    ),
    Story(
        "Rust in de overdracht",
        "Een afdeling kijkt of de overdracht korter en rustiger kan.",
        "exploring",
        "gezond-werken",
        "ziekenhuizen-en-umcs",
        "haaglanden",
        LINDE,
        "De overdracht duurt lang, en toch missen we dingen.",
    ),
)
