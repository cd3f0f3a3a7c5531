# SPDX-License-Identifier: EUPL-1.2
"""All starting pages, those above before those below."""

from portal.starter import (
    articles,
    desk,
    koplopers,
    legal,
    network,
    questions_desk,
    questions_learning,
    themes,
    toolbox_design,
    toolbox_rules,
    toolbox_steps,
)
from portal.starter.pages import StarterPage

ARTICLES_LEAD = "Verhalen en handreikingen uit het netwerk, ook over wat niet lukte."
QUESTIONS_LEAD = "Korte antwoorden op wat mensen ons vaak vragen."
TOOLS_LEAD = "Hulpmiddelen om zelf vorm te geven aan actieleren."


def _lists(below: str, named: str = "") -> list[StarterPage]:
    """Return the three lists of a theme, or of the whole network."""
    leads = ("", "", "") if named else (ARTICLES_LEAD, QUESTIONS_LEAD, TOOLS_LEAD)
    tools = "Hulpmiddelen" if named else "Toolbox"
    return [
        StarterPage(f"{below}artikelen/", "ArticleIndexPage", "Artikelen", {"lead": leads[0]}),
        StarterPage(f"{below}vragen/", "QuestionIndexPage", "Vragen", {"lead": leads[1]}),
        StarterPage(f"{below}gereedschap/", "ToolIndexPage", tools, {"lead": leads[2]}),
    ]


TOOLS = [
    toolbox_steps.GUIDE,
    toolbox_rules.RULES_OF_THUMB,
    toolbox_rules.GAME_RULES,
    toolbox_design.DESIGN,
    toolbox_rules.REASONS,
    toolbox_design.PRINCIPLES,
    toolbox_design.MISUNDERSTANDINGS,
    toolbox_design.VISION,
]
LEARNING = StarterPage(
    "/actieleren/",
    "ActielerenLandingPage",
    "Actieleren",
    {
        "lead": "Samen, stap voor stap en goed voorbereid een urgent probleem aanpakken. Met iedereen die "
        "ermee te maken heeft, van burger tot bestuurder.",
    },
    links={"guide": toolbox_steps.GUIDE.path},
)
PAGES: list[StarterPage] = [
    themes.OVERVIEW,
    *(page for theme in themes.THEMES for page in (theme, *_lists(theme.path, theme.title))),
    *_lists("/"),
    *TOOLS,
    LEARNING,
    koplopers.LANDING,
    desk.LANDING,
    network.ABOUT,
    network.SOCIAL_WORK,
    network.AMBASSADORS,
    *questions_learning.QUESTIONS,
    *questions_desk.QUESTIONS,
    *koplopers.QUESTIONS,
    *articles.ARTICLES,
    legal.PRIVACY,
    legal.ACCESSIBILITY,
]
HOME = network.HOME
