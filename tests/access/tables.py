# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501 (one row of a table on one line)
"""Who gets what: every address, for every kind of visitor, by GET and by POST. Written by hand.

A row is an address by its name with what stands in it ({…} is an object of `world.py`), then the
answers to GET and to POST, one for each column.

200  the page; after a POST the form again, with errors
302  to the login
->   on to another page of ours; nothing changed (it was refused in words, or there was nothing to do)
!!   it is done, and on to another page of ours
403  no. Wagtail says it by going back to its own home with a message
404  not there, or not there for this visitor
405  not something one can send (or ask for)
410  it was there, and was taken back
409  somebody changed it in between: an empty POST names no version
422  the form again, with errors

A POST brings an empty form, so it never does more than that. The ambassador has the first theme.
"""

from .tables_desk import DESK, LISTS
from .tables_wagtail import WAGTAIL

ACCOUNTS = ("anon", "lid", "redacteur", "ambassadeur", "team", "coordinator", "beheerder")
HOLDERS = ("anon", "reporter", "other-reporter", "ministry", "other-ministry", "lid", "team")
OWNERS = ("anon", "owner", "proposer", "other-owner", "lid", "team", "coordinator", "beheerder")
LEARNERS = ("anon", "lead", "participant", "other-lead", "lid", "team", "coordinator", "beheerder")
MEMBERS = ("anon", "manager", "member", "other-manager", "invited", "team", "coordinator", "beheerder")

SITE = """
                                                              | ano lid red amb tea coo beh | ano lid red amb tea coo beh
admin_login                                                   | 302 403 302 302 302 302 302 | 405 403 405 405 405 405 405
health_live                                                   | 200 200 200 200 200 200 200 | 405 405 405 405 405 405 405
health_ready                                                  | 200 200 200 200 200 200 200 | 405 405 405 405 405 405 405
security_txt                                                  | 200 200 200 200 200 200 200 | 405 405 405 405 405 405 405
robots_txt                                                    | 200 200 200 200 200 200 200 | 405 405 405 405 405 405 405
sitemap                                                       | 200 200 200 200 200 200 200 | 405 405 405 405 405 405 405
sitemap_part paginas 0                                        | 200 200 200 200 200 200 200 | 405 405 405 405 405 405 405
sitemap_part vast 0                                           | 200 200 200 200 200 200 200 | 405 405 405 405 405 405 405
sitemap_part vast 1                                           | 404 404 404 404 404 404 404 | 405 405 405 405 405 405 405
sitemap_part geheim 0                                         | 404 404 404 404 404 404 404 | 405 405 405 405 405 405 405
demo_post                                                     | 404 404 404 404 404 404 404 | 405 405 405 405 405 405 405
demo_post_message x-0                                         | 404 404 404 404 404 404 404 | 405 405 405 405 405 405 405
demo_post_html x-0                                            | 404 404 404 404 404 404 404 | 405 405 405 405 405 405 405
styleguide                                                    | 404 404 404 404 404 404 404 | 405 405 405 405 405 405 405
media images/geen.png                                         | 404 404 404 404 404 404 404 | 404 404 404 404 404 404 404
wagtail_serve themas/gezond-werken/                           | 200 200 200 200 200 200 200 | 405 405 405 405 405 405 405
wagtail_serve bestaat-niet/                                   | 404 404 404 404 404 404 404 | 404 404 404 404 404 404 404
search                                                        | 200 200 200 200 200 200 200 | 405 405 405 405 405 405 405
open_data                                                     | 200 200 200 200 200 200 200 | 405 405 405 405 405 405 405
insight                                                       | 200 200 200 200 200 200 200 | 405 405 405 405 405 405 405
insight_csv uitkomsten                                        | 200 200 200 200 200 200 200 | 405 405 405 405 405 405 405
insight_csv bestaat-niet                                      | 404 404 404 404 404 404 404 | 405 405 405 405 405 405 405
overview                                                      | 302 200 200 200 200 200 200 | 405 405 405 405 405 405 405
secret_link {token}                                           | 200 200 200 200 200 200 200 | ->  ->  ->  ->  ->  ->  ->
secret_link geen                                              | 404 404 404 404 404 404 404 | 404 404 404 404 404 404 404
attachment {reporter_file}                                    | 404 404 404 404 200 200 404 | 405 405 405 405 405 405 405
attachment {team_file}                                        | 404 404 404 404 200 200 404 | 405 405 405 405 405 405 405
attachment {ministry_file}                                    | 404 404 404 404 200 200 404 | 405 405 405 405 405 405 405
attachment {case_file}                                        | 404 404 404 404 200 200 404 | 405 405 405 405 405 405 405
follow thema gezond-werken                                    | 302 200 200 200 200 200 200 | 302 ->  ->  ->  ->  ->  -> 
follow thema bestaat-niet                                     | 302 404 404 404 404 404 404 | 302 404 404 404 404 404 404
follow regel {public_rule}                                    | 302 200 200 200 200 200 200 | 302 ->  ->  ->  ->  ->  -> 
follow regel {hidden_rule}                                    | 302 404 404 404 404 404 404 | 302 404 404 404 404 404 404
follow dossier {public_case}                                  | 302 200 200 200 200 200 200 | 302 ->  ->  ->  ->  ->  -> 
follow dossier {hidden_case}                                  | 302 404 404 404 404 404 404 | 302 404 404 404 404 404 404
follow anders x                                               | 302 404 404 404 404 404 404 | 302 404 404 404 404 404 404
feed_cases                                                    | 200 200 200 200 200 200 200 | 405 405 405 405 405 405 405
feed_promises                                                 | 200 200 200 200 200 200 200 | 405 405 405 405 405 405 405
feed_theme gezond-werken                                      | 200 200 200 200 200 200 200 | 405 405 405 405 405 405 405
feed_theme bestaat-niet                                       | 404 404 404 404 404 404 404 | 405 405 405 405 405 405 405
feed_regulation {public_rule}                                 | 200 200 200 200 200 200 200 | 405 405 405 405 405 405 405
feed_regulation {hidden_rule}                                 | 404 404 404 404 404 404 404 | 405 405 405 405 405 405 405
actieleren:check                                              | 200 200 200 200 200 200 200 | 405 405 405 405 405 405 405
actieleren:check ?acuut=ja                                    | 200 200 200 200 200 200 200 | 405 405 405 405 405 405 405
actieleren:start                                              | 302 ->  ->  ->  ->  ->  ->  | 302 ->  ->  ->  ->  ->  -> 
actieleren:start ?check={checked}                             | 302 200 200 200 200 200 200 | 302 ->  ->  ->  ->  ->  -> 
actieleren:list                                               | 200 200 200 200 200 200 200 | 405 405 405 405 405 405 405
actieleren:project {shown_project}                            | 200 200 200 200 200 200 200 | 405 405 405 405 405 405 405
actieleren:project {network_project}                          | 404 200 200 200 200 200 200 | 405 405 405 405 405 405 405
actieleren:project {hidden_project}                           | 404 404 404 404 404 404 404 | 405 405 405 405 405 405 405
koplopers:list                                                | 200 200 200 200 200 200 200 | 405 405 405 405 405 405 405
koplopers:page {shown_initiative}                             | 200 200 200 200 200 200 200 | 405 405 405 405 405 405 405
koplopers:page {hidden_initiative}                            | 404 404 404 404 404 404 404 | 405 405 405 405 405 405 405
koplopers:start                                               | 302 200 200 200 200 200 200 | 302 422 422 422 422 422 422
ruimte_in_de_regels:report_start                              | 200 200 200 200 200 200 200 | 422 422 422 422 422 422 422
ruimte_in_de_regels:report_acute                              | 200 200 200 200 200 200 200 | 405 405 405 405 405 405 405
ruimte_in_de_regels:report_sent                               | ->  ->  ->  ->  ->  ->  ->  | 405 405 405 405 405 405 405
ruimte_in_de_regels:report_check                              | ->  ->  ->  ->  ->  ->  ->  | ->  ->  ->  ->  ->  ->  ->
ruimte_in_de_regels:report_screen 2                           | ->  ->  ->  ->  ->  ->  ->  | ->  ->  ->  ->  ->  ->  ->
ruimte_in_de_regels:report_similar                            | ->  ->  ->  ->  ->  ->  ->  | ->  ->  ->  ->  ->  ->  ->
ruimte_in_de_regels:report_similar_fragment                   | 405 405 405 405 405 405 405 | 200 200 200 200 200 200 200
ruimte_in_de_regels:report_pause                              | ->  ->  ->  ->  ->  ->  ->  | ->  ->  ->  ->  ->  ->  ->
ruimte_in_de_regels:report_resume {report_page}               | 404 404 404 404 404 404 404 | 405 405 405 405 405 405 405
ruimte_in_de_regels:report_follow                             | 200 200 200 200 200 200 200 | 422 422 422 422 422 422 422
ruimte_in_de_regels:my_reports_ask                            | 200 200 200 200 200 200 200 | 422 422 422 422 422 422 422
ruimte_in_de_regels:my_reports {report_page}                  | 404 404 404 404 404 404 404 | 405 405 405 405 405 405 405
ruimte_in_de_regels:case_list                                 | 200 200 200 200 200 200 200 | 405 405 405 405 405 405 405
ruimte_in_de_regels:case_page {public_slug}                   | 200 200 200 200 200 200 200 | 405 405 405 405 405 405 405
ruimte_in_de_regels:join_experiment {public_slug}             | 302 ->  ->  ->  ->  ->  ->  | 302 405 405 405 405 405 405
ruimte_in_de_regels:join_experiment {hidden_slug}             | 302 404 404 404 404 404 404 | 302 405 405 405 405 405 405
ruimte_in_de_regels:case_page {hidden_slug}                   | 404 404 404 404 404 404 404 | 405 405 405 405 405 405 405
ruimte_in_de_regels:promise_list                              | 200 200 200 200 200 200 200 | 405 405 405 405 405 405 405
ruimte_in_de_regels:regulation_list                           | 200 200 200 200 200 200 200 | 405 405 405 405 405 405 405
ruimte_in_de_regels:regulation {public_rule}                  | 200 200 200 200 200 200 200 | 405 405 405 405 405 405 405
ruimte_in_de_regels:regulation {hidden_rule}                  | 404 404 404 404 404 404 404 | 405 405 405 405 405 405 405
ruimte_in_de_regels:case_page {network_slug}                  | 404 200 200 200 200 200 200 | 405 405 405 405 405 405 405
ruimte_in_de_regels:case_page {retracted_slug}                | 410 410 410 410 410 410 410 | 405 405 405 405 405 405 405
ruimte_in_de_regels:factsheet {sheet_slug}                    | 200 200 200 200 200 200 200 | 405 405 405 405 405 405 405
ruimte_in_de_regels:factsheet {public_slug}                   | 404 404 404 404 404 404 404 | 405 405 405 405 405 405 405
ruimte_in_de_regels:factsheet_pdf {sheet_slug}                | 200 200 200 200 200 200 200 | 405 405 405 405 405 405 405
ruimte_in_de_regels:factsheet_pdf {hidden_slug}               | 404 404 404 404 404 404 404 | 405 405 405 405 405 405 405
ruimte_in_de_regels:also_us {public_slug}                     | 200 200 200 200 200 200 200 | 422 422 422 422 422 422 422
ruimte_in_de_regels:also_us {network_slug}                    | 404 200 200 200 200 200 200 | 404 422 422 422 422 422 422
ruimte_in_de_regels:also_us {hidden_slug}                     | 404 404 404 404 404 404 404 | 404 404 404 404 404 404 404
ruimte_in_de_regels:also_thanks {public_slug}                 | 200 200 200 200 200 200 200 | 405 405 405 405 405 405 405
ruimte_in_de_regels:also_thanks {hidden_slug}                 | 404 404 404 404 404 404 404 | 405 405 405 405 405 405 405
ruimte_in_de_regels:also_mine {report_page}                   | 404 404 404 404 404 404 404 | 404 404 404 404 404 404 404
ruimte_in_de_regels:report_read_along {report_page}           | 404 404 404 404 404 404 404 | 404 404 404 404 404 404 404
ruimte_in_de_regels:report_status {report_page}               | 404 404 404 404 404 404 404 | 404 404 404 404 404 404 404
ruimte_in_de_regels:thread_sheet {sheet}                      | 404 404 404 404 404 404 404 | 404 404 404 404 404 404 404
"""
"""The site, for people with an account and without."""

LINKS = """
                                                              | ano rep oth min omi lid tea | ano rep oth min omi lid tea
secret_link {token}                                           | 200 200 200 200 200 200 200 | ->  ->  ->  ->  ->  ->  ->
attachment {reporter_file}                                    | 404 200 404 404 404 404 200 | 405 405 405 405 405 405 405
attachment {team_file}                                        | 404 404 404 404 404 404 200 | 405 405 405 405 405 405 405
attachment {ministry_file}                                    | 404 404 404 200 404 404 200 | 405 405 405 405 405 405 405
attachment {case_file}                                        | 404 404 404 404 404 404 200 | 405 405 405 405 405 405 405
ruimte_in_de_regels:report_status {report_page}               | 404 200 404 404 404 404 404 | 404 422 404 404 404 404 404
ruimte_in_de_regels:report_withdraw {report_page}             | 404 200 404 404 404 404 404 | 404 !!  404 404 404 404 404
ruimte_in_de_regels:report_receipt {report_page}              | 404 200 404 404 404 404 404 | 405 405 405 405 405 405 405
ruimte_in_de_regels:report_data {report_page}                 | 404 200 404 404 404 404 404 | 405 405 405 405 405 405 405
ruimte_in_de_regels:report_choices {report_page}              | 404 200 404 404 404 404 404 | 404 422 404 404 404 404 404
ruimte_in_de_regels:report_leave {report_page}                | 405 405 405 405 405 405 405 | 404 ->  404 404 404 404 404
ruimte_in_de_regels:report_reopen {report_page}               | 404 200 404 404 404 404 404 | 404 422 404 404 404 404 404
ruimte_in_de_regels:report_address {report_page}              | 404 200 404 404 404 404 404 | 404 422 404 404 404 404 404
ruimte_in_de_regels:confirm_address {report_page}             | 404 404 404 404 404 404 404 | 404 404 404 404 404 404 404
ruimte_in_de_regels:report_recognise {report_page}            | 404 200 404 404 404 404 404 | 404 422 404 404 404 404 404
ruimte_in_de_regels:report_read_along {report_page}           | 404 200 404 404 404 404 404 | 404 422 404 404 404 404 404
ruimte_in_de_regels:also_mine {report_page}                   | 404 404 404 404 404 404 404 | 404 404 404 404 404 404 404
ruimte_in_de_regels:also_mine {also_page}                     | 404 404 404 404 404 404 404 | 404 404 404 404 404 404 404
ruimte_in_de_regels:report_works {report_page}                | 404 200 404 404 404 404 404 | 404 422 404 404 404 404 404
ruimte_in_de_regels:report_go_on {report_page}                | 404 200 404 404 404 404 404 | 404 422 404 404 404 404 404
ruimte_in_de_regels:report_resume {report_page}               | 404 404 404 404 404 404 404 | 405 405 405 405 405 405 405
ruimte_in_de_regels:my_reports {report_page}                  | 404 404 404 404 404 404 404 | 405 405 405 405 405 405 405
ruimte_in_de_regels:report_status {sheet}                     | 404 404 404 404 404 404 404 | 404 404 404 404 404 404 404
ruimte_in_de_regels:thread_sheet {sheet}                      | 404 404 404 200 404 404 404 | 404 404 404 422 404 404 404
ruimte_in_de_regels:thread_check {sheet}                      | 404 404 404 ->  404 404 404 | 404 404 404 ->  404 404 404
ruimte_in_de_regels:thread_ask {sheet}                        | 404 404 404 200 404 404 404 | 404 404 404 422 404 404 404
ruimte_in_de_regels:thread_extend {sheet}                     | 404 404 404 200 404 404 404 | 404 404 404 422 404 404 404
ruimte_in_de_regels:thread_pass_on {sheet}                    | 404 404 404 200 404 404 404 | 404 404 404 422 404 404 404
ruimte_in_de_regels:thread_forward {sheet}                    | 404 404 404 200 404 404 404 | 404 404 404 422 404 404 404
ruimte_in_de_regels:thread_joint {sheet} {joint}              | 404 404 404 200 404 404 404 | 404 404 404 422 404 404 404
ruimte_in_de_regels:thread_promise {sheet} {promise}          | 404 404 404 200 404 404 404 | 404 404 404 422 404 404 404
ruimte_in_de_regels:thread_promise {sheet} {promise_other}    | 404 404 404 404 404 404 404 | 404 404 404 404 404 404 404
ruimte_in_de_regels:thread_reporters {sheet}                  | 405 405 405 405 405 405 405 | 404 404 404 ->  404 404 404
ruimte_in_de_regels:thread_file_drop {sheet}                  | 405 405 405 405 405 405 405 | 404 404 404 ->  404 404 404
ruimte_in_de_regels:thread_received {sheet}                   | 405 405 405 405 405 405 405 | 404 404 404 ->  404 404 404
ruimte_in_de_regels:thread_studying {sheet}                   | 405 405 405 405 405 405 405 | 404 404 404 !!  404 404 404
ruimte_in_de_regels:thread_sheet {report_page}                | 404 404 404 404 404 404 404 | 404 404 404 404 404 404 404
overview                                                      | 302 302 302 302 302 200 200 | 405 405 405 405 405 405 405
rir_desk:report {report}                                      | 302 302 302 302 302 403 200 | 302 302 302 302 302 403 405
rir_desk:case {case}                                          | 302 302 302 302 302 403 200 | 302 302 302 302 302 403 405
wagtailadmin_home                                             | 302 302 302 302 302 403 200 | 302 302 302 302 302 403 405
"""
"""What a secret link opens: its own page and files, and nothing of another."""

INITIATIVES = """
                                                              | ano own pro oth lid tea coo beh | ano own pro oth lid tea coo beh
koplopers:own {draft_initiative}                              | 302 200 200 404 404 404 404 404 | 302 200 200 404 404 404 404 404
koplopers:edit {draft_initiative} 1                           | 302 200 403 404 404 404 404 404 | 302 200 403 404 404 404 404 404
koplopers:edit {draft_initiative} 2                           | 302 200 403 404 404 404 404 404 | 302 200 403 404 404 404 404 404
koplopers:step {draft_initiative} submit                      | 302 405 405 405 405 405 405 405 | 302 ->  403 404 404 404 404 404
koplopers:step {draft_initiative} bestaat-niet                | 302 405 405 405 405 405 405 405 | 302 404 404 404 404 404 404 404
koplopers:withdraw {draft_initiative}                         | 302 200 403 404 404 404 404 404 | 302 200 403 404 404 404 404 404
koplopers:own {public_initiative}                             | 302 200 200 404 404 404 404 404 | 302 200 200 404 404 404 404 404
koplopers:edit {public_initiative} 1                          | 302 403 403 404 404 404 404 404 | 302 403 403 404 404 404 404 404
koplopers:own 999999                                          | 302 404 404 404 404 404 404 404 | 302 404 404 404 404 404 404 404
kop_desk:initiative {draft_initiative}                        | 302 403 403 403 403 200 200 403 | 302 403 403 403 403 405 405 403
"""
"""An initiative is its owner's: another member's, also a public one's own page, is not there."""

PROJECTS = """
                                                              | ano lea par oth lid tea coo beh | ano lea par oth lid tea coo beh
actieleren:own {own_project}                                  | 302 200 200 404 404 404 404 404 | 302 405 405 405 405 405 405 405
actieleren:own {story_project}                                | 302 200 200 404 404 404 404 404 | 302 405 405 405 405 405 405 405
actieleren:own 999999                                         | 302 404 404 404 404 404 404 404 | 302 405 405 405 405 405 405 405
actieleren:part {own_project} probleem                        | 302 200 200 404 404 404 404 404 | 302 422 422 404 404 404 404 404
actieleren:part {own_project} les                             | 302 200 200 404 404 404 404 404 | 302 422 422 404 404 404 404 404
actieleren:part {own_project} ronde                           | 302 403 403 404 404 404 404 404 | 302 403 403 404 404 404 404 404
actieleren:part {own_project} deelnemer                       | 302 200 403 404 404 404 404 404 | 302 422 403 404 404 404 404 404
actieleren:part {own_project} kaart                           | 302 200 403 404 404 404 404 404 | 302 422 403 404 404 404 404 404
actieleren:part {own_project} bestaat-niet                    | 302 404 404 404 404 404 404 404 | 302 404 404 404 404 404 404 404
actieleren:part {story_project} probleem                      | 302 403 403 404 404 404 404 404 | 302 403 403 404 404 404 404 404
actieleren:remove {own_project} deelnemer {other_tie}         | 302 405 405 405 405 405 405 405 | 302 !!  403 404 404 404 404 404
actieleren:remove {own_project} bestaat-niet 1                | 302 405 405 405 405 405 405 405 | 302 404 404 404 404 404 404 404
actieleren:step {own_project} pause                           | 302 200 403 404 404 404 404 404 | 302 422 403 404 404 404 404 404
actieleren:step {own_project} prepare                         | 302 ->  403 404 404 404 404 404 | 302 ->  403 404 404 404 404 404
actieleren:step {own_project} retract                         | 302 404 404 404 404 404 404 404 | 302 404 404 404 404 404 404 404
actieleren:cycle_step {own_project} 2 look_back               | 302 200 200 404 404 404 404 404 | 302 422 422 404 404 404 404 404
actieleren:cycle_step {own_project} 2 close                   | 302 ->  ->  404 404 404 404 404 | 302 ->  ->  404 404 404 404 404
actieleren:cycle_step {own_project} 9 close                   | 302 404 404 404 404 404 404 404 | 302 404 404 404 404 404 404 404
act_desk:project {own_project}                                | 302 403 403 403 403 200 200 403 | 302 403 403 403 403 405 405 403
"""
"""A project is its participants': to another group, and to the team outside its desk, it is not there."""

ORGANISATIONS = """
                                                              | ano man mem oma inv tea coo beh | ano man mem oma inv tea coo beh
invitations                                                   | 302 200 200 200 200 200 200 200 | 405 405 405 405 405 405 405 405
invitation_accept {invitation}                                | 405 405 405 405 405 405 405 405 | 302 404 404 404 !!  404 404 404
organisation_members huis                                     | 302 200 404 404 404 200 200 200 | 302 422 404 404 404 422 422 422
organisation_members ander-huis                               | 302 404 404 200 404 200 200 200 | 302 404 404 422 404 422 422 422
organisation_members bestaat-niet                             | 302 404 404 404 404 404 404 404 | 302 404 404 404 404 404 404 404
invitation_withdraw huis {invitation}                         | 405 405 405 405 405 405 405 405 | 302 !!  404 404 404 !!  !!  !!
invitation_withdraw ander-huis {invitation}                   | 405 405 405 405 405 405 405 405 | 302 404 404 404 404 404 404 404
membership_leave {member_seat}                                | 405 405 405 405 405 405 405 405 | 302 !!  !!  404 404 !!  !!  !!
membership_leave {manager_seat}                               | 405 405 405 405 405 405 405 405 | 302 ->  404 404 404 ->  ->  ->
membership_leave {other-manager_seat}                         | 405 405 405 405 405 405 405 405 | 302 404 404 !!  404 !!  !!  !!
"""
"""Members of organisations. Of another organisation nothing is there; an invitation is its address's own."""

TABLES = {
    "site": (ACCOUNTS, SITE),
    "links": (HOLDERS, LINKS),
    "initiatives": (OWNERS, INITIATIVES),
    "projects": (LEARNERS, PROJECTS),
    "organisations": (MEMBERS, ORGANISATIONS),
    "desk": (ACCOUNTS, DESK),
    "lists": (ACCOUNTS, LISTS),
    "wagtail": (ACCOUNTS, WAGTAIL),
}

COLUMNS = list(dict.fromkeys(column for columns, _ in TABLES.values() for column in columns))
"""Everybody in the world, each once."""
