# SPDX-License-Identifier: EUPL-1.2
"""The icons of the site: every name in `static/img/icons.svg` (Tabler Icons, MIT).

The list is written out so that a test can hold templates, states and sprite to the same names.
To add an icon: take its paths from the package `@tabler/icons`, put them in a `<symbol>` without
colour or stroke attributes, and add the name here.
"""

ICONS: frozenset[str] = frozenset(
    """
    adjustments-horizontal affiliate alert-circle alert-triangle archive arrow-back-up
    arrow-forward-up arrow-left arrow-right article award bell bell-ringing building
    building-community bulb calendar calendar-check calendar-due calendar-event calendar-plus
    check chevron-down chevron-right circle-check circle-dashed circle-half circle-minus circle-plus
    circle-x clipboard-check clock clock-exclamation clock-plus coin download equal
    external-link eye eye-off eye-search file-text files flag flask folder-check gavel
    git-merge hand-finger hand-stop hash heart-handshake heartbeat history home hourglass-high
    info-circle key list list-check list-numbers lock logout mail mail-off map map-pin menu-2
    message-2 message-question message-report pencil phone player-pause plus printer progress
    progress-check question-mark refresh route scale school search send settings shield-lock
    sparkles target thumb-down thumb-up tools trending-up urgent user user-off user-question
    user-search user-share users users-group x
    """.split()
)
