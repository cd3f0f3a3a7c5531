# SPDX-License-Identifier: EUPL-1.2
"""Every address of the portal. What no line here takes is a page of Wagtail."""

from django.conf import settings
from django.urls import include, path, re_path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from netwerk.links import open_link
from netwerk.uploads import download
from portal import demo_post, follow, health, insight, organisations, sitemaps
from portal.admin_login import AdminLogin
from portal.opendata import feeds
from portal.opendata import page as open_data
from portal.overview import overview
from portal.pages import serving
from portal.search_page import search_page
from portal.security_txt import robots_txt, security_txt
from portal.styleguide import styleguide

urlpatterns = [
    # Before the admin's own addresses: its login knows no second factor.
    path("beheer/login/", AdminLogin.as_view(), name="admin_login"),
    path("beheer/", include(wagtailadmin_urls)),
    path("account/", include("allauth.urls")),
    path("documenten/", include(wagtaildocs_urls)),
    path("gezondheid/", health.live, name="health_live"),
    path("gezondheid/klaar/", health.ready, name="health_ready"),
    path("demo-post/", demo_post.mailbox, name="demo_post"),
    path("demo-post/<str:key>/", demo_post.message, name="demo_post_message"),
    path("demo-post/<str:key>/html/", demo_post.message_html, name="demo_post_html"),
    path(".well-known/security.txt", security_txt, name="security_txt"),
    path("robots.txt", robots_txt, name="robots_txt"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    re_path(r"^sitemap-(?P<name>[a-z]+)-(?P<number>\d{1,9})\.xml$", sitemaps.part, name="sitemap_part"),
    path("feeds/casussen.xml", feeds.cases, name="feed_cases"),
    path("feeds/toezeggingen.xml", feeds.promises, name="feed_promises"),
    path("feeds/thema/<slug:slug>.xml", feeds.theme_cases, name="feed_theme"),
    path("feeds/regel/<slug:slug>.xml", feeds.regulation_cases, name="feed_regulation"),
    path("open-data/", open_data.page, name="open_data"),
    path("cijfers/", insight.page, name="insight"),
    path("cijfers/<slug:name>.csv", insight.file, name="insight_csv"),
    path("l/<str:token>/", open_link, name="secret_link"),
    path("bijlage/<uuid:public_id>/", download, name="attachment"),
    path("actieleren/", include("actieleren.urls")),
    path("koplopers/", include("koplopers.urls")),
    path("ruimte-in-de-regels/", include("ruimte_in_de_regels.urls")),
    path("zoeken/", search_page, name="search"),
    path("mijn/", overview, name="overview"),
    path("mijn/volgen/<str:kind>/<str:key>/", follow.follow, name="follow"),
    path("mijn/organisaties/", organisations.invitations, name="invitations"),
    path("mijn/organisaties/uitnodiging/<int:pk>/", organisations.accept, name="invitation_accept"),
    path("mijn/organisaties/lid/<int:pk>/weg/", organisations.leave, name="membership_leave"),
    path("mijn/organisaties/<slug:slug>/", organisations.members, name="organisation_members"),
    path(
        "mijn/organisaties/<slug:slug>/uitnodiging/<int:pk>/weg/",
        organisations.withdraw,
        name="invitation_withdraw",
    ),
    path("stijlgids/", styleguide, name="styleguide"),
]

if not settings.PRODUCTION:
    # In production the proxy or the file store serves what editors upload.
    urlpatterns.append(
        re_path(r"^media/(?P<path>.*)$", serve, {"document_root": settings.MEDIA_ROOT}, name="media")
    )

# Before Wagtail's own way to find a page, which asks twice as much.
urlpatterns += [path("", include(serving)), path("", include(wagtail_urls))]

handler400 = "portal.errors.bad_request"
handler403 = "portal.errors.permission_denied"
handler404 = "portal.errors.page_not_found"
handler500 = "portal.errors.server_error"
