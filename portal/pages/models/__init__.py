# SPDX-License-Identifier: EUPL-1.2
"""The page types, one file per noun."""

from .article import ArticleIndexPage, ArticlePage
from .home import HomePage
from .landing import ActielerenLandingPage, DeskLandingPage, KoplopersLandingPage
from .question import QuestionIndexPage, QuestionPage
from .standard import StandardPage
from .starter import StarterRecord
from .theme import ThemeIndexPage, ThemePage
from .tool import ToolIndexPage, ToolPage

__all__ = [
    "ActielerenLandingPage",
    "ArticleIndexPage",
    "ArticlePage",
    "DeskLandingPage",
    "HomePage",
    "KoplopersLandingPage",
    "QuestionIndexPage",
    "QuestionPage",
    "StandardPage",
    "StarterRecord",
    "ThemeIndexPage",
    "ThemePage",
    "ToolIndexPage",
    "ToolPage",
]
