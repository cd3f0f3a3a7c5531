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

DESK = """
                                                              | ano lid red amb tea coo beh | ano lid red amb tea coo beh
desk:outbox                                                   | 302 403 403 403 200 200 200 | 302 403 403 403 405 405 405
desk:outbox_resend                                            | 302 403 403 403 405 405 405 | 302 403 403 403 ->  ->  ->
desk:tasks                                                    | 302 403 403 403 200 200 403 | 302 403 403 403 405 405 403
desk:dashboard                                                | 302 403 403 403 200 200 403 | 302 403 403 403 405 405 403
desk:silence                                                  | 302 403 403 403 200 200 403 | 302 403 403 403 405 405 403
desk:labels                                                   | 302 403 403 403 200 200 403 | 302 403 403 403 405 405 403
desk:label_new                                                | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
desk:label_change {label}                                     | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
desk:label_change 999999                                      | 302 403 403 403 404 404 403 | 302 403 403 403 404 404 403
desk:texts                                                    | 302 403 403 403 200 200 403 | 302 403 403 403 405 405 403
desk:text_new                                                 | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
desk:text_change {text}                                       | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
desk:text_change {text_of_nobody}                             | 302 403 403 403 404 404 403 | 302 403 403 403 404 404 403
desk:filters                                                  | 302 403 403 403 200 200 403 | 302 403 403 403 405 405 403
desk:filter_keep melding                                      | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
desk:filter_keep bestaat-niet                                 | 302 403 403 403 404 404 403 | 302 403 403 403 404 404 403
desk:filter_drop {own_filter}                                 | 302 403 403 403 405 405 403 | 302 403 403 403 404 404 403
desk:filter_drop {shared_filter}                              | 302 403 403 403 405 405 403 | 302 403 403 403 403 403 403
desk:bulk melding                                             | 302 403 403 403 405 405 403 | 302 403 403 403 ->  ->  403
desk:bulk bestaat-niet                                        | 302 403 403 403 405 405 403 | 302 403 403 403 404 404 403
desk:taken                                                    | 302 403 403 403 403 200 200 | 302 403 403 403 403 ->  -> 
desk:retention                                                | 302 403 403 403 403 200 200 | 302 403 403 403 403 405 405
desk:retention_periods                                        | 302 403 403 403 403 200 200 | 302 403 403 403 403 200 200
desk:retention_register                                       | 302 403 403 403 403 200 200 | 302 403 403 403 403 405 405
desk:holds                                                    | 302 403 403 403 403 200 200 | 302 403 403 403 403 405 405
desk:hold_new                                                 | 302 403 403 403 403 200 200 | 302 403 403 403 403 200 200
desk:hold_lift {hold}                                         | 302 403 403 403 403 405 405 | 302 403 403 403 403 !!  !! 
desk:hold_lift 999999                                         | 302 403 403 403 403 405 405 | 302 403 403 403 403 404 404
desk:note_new {case}                                          | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
desk:note_new 999999                                          | 302 403 403 403 404 404 403 | 302 403 403 403 404 404 403
desk:note_remove {case} {note}                                | 302 403 403 403 405 405 403 | 302 403 403 403 403 403 403
desk:note_remove {case} {own_note}                            | 302 403 403 403 405 405 403 | 302 403 403 403 404 404 403
desk:note_remove {report} {note}                              | 302 403 403 403 405 405 403 | 302 403 403 403 404 404 403
desk:task_new {initiative}                                    | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
desk:task_done {case} {job}                                   | 302 403 403 403 405 405 403 | 302 403 403 403 !!  !!  403
desk:task_done {report} {job}                                 | 302 403 403 403 405 405 403 | 302 403 403 403 404 404 403
desk:hand_over                                                | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
desk:tie_new {case}                                           | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
desk:tie_remove {case} {tie}                                  | 302 403 403 403 405 405 403 | 302 403 403 403 !!  !!  403
desk:tie_remove {initiative} {tie}                            | 302 403 403 403 405 405 403 | 302 403 403 403 404 404 403
desk:dossier_labels {report}                                  | 302 403 403 403 200 200 403 | 302 403 403 403 409 409 403
act_desk:projects                                             | 302 403 403 403 200 200 403 | 302 403 403 403 ->  ->  403
act_desk:project {own_project}                                | 302 403 403 403 200 200 403 | 302 403 403 403 405 405 403
act_desk:project {case}                                       | 302 403 403 403 404 404 403 | 302 403 403 403 405 405 403
act_desk:move {own_project} pause                             | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
act_desk:move {own_project} resume                            | 302 403 403 403 ->  ->  403 | 302 403 403 403 ->  ->  403
act_desk:move {own_project} prepare                           | 302 403 403 403 404 404 403 | 302 403 403 403 404 404 403
act_desk:assign {own_project}                                 | 302 403 403 403 405 405 403 | 302 403 403 403 200 200 403
act_desk:hide_card {own_project}                              | 302 403 403 403 405 405 403 | 302 403 403 403 409 409 403
kop_desk:initiatives                                          | 302 403 403 403 200 200 403 | 302 403 403 403 ->  ->  403
kop_desk:scout                                                | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
kop_desk:initiative {initiative}                              | 302 403 403 403 200 200 403 | 302 403 403 403 405 405 403
kop_desk:initiative {case}                                    | 302 403 403 403 404 404 403 | 302 403 403 403 405 405 403
kop_desk:move {initiative} ask                                | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
kop_desk:move {initiative} publish                            | 302 403 403 403 ->  ->  403 | 302 403 403 403 ->  ->  403
kop_desk:move {initiative} decline                            | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
kop_desk:move {initiative} submit                             | 302 403 403 403 404 404 403 | 302 403 403 403 404 404 403
kop_desk:move {initiative} bestaat-niet                       | 302 403 403 403 404 404 403 | 302 403 403 403 404 404 403
kop_desk:assign {initiative}                                  | 302 403 403 403 405 405 403 | 302 403 403 403 200 200 403
kop_desk:edit {initiative} 1                                  | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
kop_desk:edit {initiative} 2                                  | 302 403 403 403 200 200 403 | 302 403 403 403 409 409 403
kop_desk:partner_new {initiative}                             | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
kop_desk:partner_remove {initiative} {partner}                | 302 403 403 403 405 405 403 | 302 403 403 403 409 409 403
rir_desk:reports                                              | 302 403 403 403 200 200 403 | 302 403 403 403 ->  ->  403
rir_desk:report {report}                                      | 302 403 403 403 200 200 403 | 302 403 403 403 405 405 403
rir_desk:report 999999                                        | 302 403 403 403 404 404 403 | 302 403 403 403 405 405 403
rir_desk:report_move {report} take                            | 302 403 403 403 ->  ->  403 | 302 403 403 403 ->  ->  403
rir_desk:report_move {report} reply                           | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:report_move {report} bestaat-niet                    | 302 403 403 403 404 404 403 | 302 403 403 403 404 404 403
rir_desk:report_to_case {report}                              | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:report_tell {report}                                 | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:report_tell {case}                                   | 302 403 403 403 404 404 403 | 302 403 403 403 404 404 403
rir_desk:report_rename {report}                               | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:report_rules {report}                                | 302 403 403 403 200 200 403 | 302 403 403 403 409 409 403
rir_desk:report_rules {case}                                  | 302 403 403 403 404 404 403 | 302 403 403 403 404 404 403
rir_desk:report_place {report}                                | 302 403 403 403 200 200 403 | 302 403 403 403 409 409 403
rir_desk:report_assign {report}                               | 302 403 403 403 405 405 403 | 302 403 403 403 200 200 403
rir_desk:report_identity {report}                             | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:report_link_withdraw {report}                        | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:report_link_renew {report}                           | 302 403 403 403 405 405 403 | 302 403 403 403 409 409 403
rir_view:as_reporter {report}                                 | 302 403 403 403 405 405 403 | 302 403 403 403 200 200 403
rir_view:as_reporter 999999                                   | 302 403 403 403 405 405 403 | 302 403 403 403 404 404 403
rir_view:as_ministry {case} 999999                            | 302 403 403 403 405 405 403 | 302 403 403 403 404 404 403
rir_view:as_visitor {text_case}                               | 302 403 403 403 405 405 403 | 302 403 403 403 200 200 403
rir_view:as_visitor 999999                                    | 302 403 403 403 405 405 403 | 302 403 403 403 404 404 403
rir_desk:signals                                              | 302 403 403 403 200 200 403 | 302 403 403 403 ->  ->  403
rir_desk:signal_new                                           | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:terms                                                | 302 403 403 403 403 200 403 | 302 403 403 403 403 200 403
rir_desk:rules                                                | 302 403 403 403 200 200 403 | 302 403 403 403 405 405 403
rir_desk:rule_new                                             | 302 403 403 403 403 200 403 | 302 403 403 403 403 200 403
rir_desk:rule_change {rule}                                   | 302 403 403 403 403 200 403 | 302 403 403 403 403 200 403
rir_desk:rule_drop {rule}                                     | 302 403 403 403 403 405 403 | 302 403 403 403 403 !!  403
rir_desk:cases                                                | 302 403 403 403 200 200 403 | 302 403 403 403 ->  ->  403
rir_desk:case_new                                             | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:case {case}                                          | 302 403 403 403 200 200 403 | 302 403 403 403 405 405 403
rir_desk:case {report}                                        | 302 403 403 403 404 404 403 | 302 403 403 403 405 405 403
rir_desk:case_move {case} park                                | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:case_move {case} set_outcome                         | 302 403 403 403 ->  ->  403 | 302 403 403 403 ->  ->  403
rir_desk:case_merge {case}                                    | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:case_split {case}                                    | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:case_tell {case}                                     | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:case_tell {report}                                   | 302 403 403 403 404 404 403 | 302 403 403 403 404 404 403
rir_desk:case_paper {case}                                    | 302 403 403 403 405 405 403 | 302 403 403 403 200 200 403
rir_desk:case_paper {report}                                  | 302 403 403 403 405 405 403 | 302 403 403 403 404 404 403
rir_desk:letters                                              | 302 403 403 403 200 200 403 | 302 403 403 403 404 404 403
rir_desk:case_lines {case}                                    | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:case_lines {report}                                  | 302 403 403 403 404 404 403 | 302 403 403 403 404 404 403
rir_desk:case_assign {case}                                   | 302 403 403 403 405 405 403 | 302 403 403 403 200 200 403
rir_desk:case_describe {case}                                 | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:analysis {case}                                      | 302 403 403 403 200 200 403 | 302 403 403 403 409 409 403
rir_desk:analysis_versions {case}                             | 302 403 403 403 200 200 403 | 302 403 403 403 405 405 403
rir_desk:statement {case}                                     | 302 403 403 403 200 200 403 | 302 403 403 403 409 409 403
rir_desk:statement_versions {case}                            | 302 403 403 403 200 200 403 | 302 403 403 403 405 405 403
rir_desk:statement_check {case}                               | 302 403 403 403 200 200 403 | 302 403 403 403 409 409 403
rir_desk:statement_return {case}                              | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:thread_new {case}                                    | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:threads_send {case}                                  | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:answers {case}                                       | 302 403 403 403 200 200 403 | 302 403 403 403 405 405 403
rir_desk:thread_change {case} {draft}                         | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:thread_change {case} {thread_elsewhere}              | 302 403 403 403 404 404 403 | 302 403 403 403 404 404 403
rir_desk:thread_forward {case} {thread}                        | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:thread_forward {case} {thread_elsewhere}              | 302 403 403 403 404 404 403 | 302 403 403 403 404 404 403
rir_desk:thread_remind {case} {thread}                         | 302 403 403 403 405 405 403 | 302 403 403 403 409 409 403
rir_desk:thread_remind {case} {thread_elsewhere}               | 302 403 403 403 405 405 403 | 302 403 403 403 404 404 403
rir_desk:link_withdraw {case} {thread} {link_of_thread}        | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:link_withdraw {case} {thread} {link_elsewhere}        | 302 403 403 403 404 404 403 | 302 403 403 403 404 404 403
rir_desk:link_renew {case} {thread} {link_of_thread}           | 302 403 403 403 405 405 403 | 302 403 403 403 409 409 403
rir_desk:link_renew {case} {thread} {link_elsewhere}           | 302 403 403 403 405 405 403 | 302 403 403 403 404 404 403
rir_desk:thread_again {case} {thread}                          | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:thread_again {case} {thread_elsewhere}                | 302 403 403 403 404 404 403 | 302 403 403 403 404 404 403
rir_desk:thread_move {case} {thread} answer                   | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:thread_move {case} {thread} expire                   | 302 403 403 403 404 404 403 | 302 403 403 403 404 404 403
rir_desk:thread_move {case} {thread_elsewhere} withdraw       | 302 403 403 403 404 404 403 | 302 403 403 403 404 404 403
rir_desk:outcome_extend {case} {lasting}                      | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:set_aside {case}                                     | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:difference_new {case}                                | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:difference_remove {case} {difference}                | 302 403 403 403 405 405 403 | 302 403 403 403 409 409 403
rir_desk:joint_new {case}                                     | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:outcome_new {case}                                   | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:outcome_remove {case} {outcome}                      | 302 403 403 403 405 405 403 | 302 403 403 403 409 409 403
rir_desk:outcome_remove {case} {outcome_elsewhere}            | 302 403 403 403 405 405 403 | 302 403 403 403 409 409 403
rir_desk:publication {case}                                   | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:publication_move {text_case} approve                 | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:publication_move {text_case} publish                 | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:publication_move {text_case} appear                  | 302 403 403 403 404 404 403 | 302 403 403 403 404 404 403
rir_desk:publication_move {text_case} widen                   | 302 403 403 403 ->  ->  403 | 302 403 403 403 ->  ->  403
rir_desk:publication_move {text_case} hold                    | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:question_draft {case}                                | 302 403 403 403 405 405 403 | 302 403 403 403 409 409 403
rir_desk:question_draft {report}                              | 302 403 403 403 405 405 403 | 302 403 403 403 404 404 403
rir_desk:also_rows {case}                                     | 302 403 403 403 200 200 403 | 302 403 403 403 405 405 403
rir_desk:also_rows {report}                                   | 302 403 403 403 404 404 403 | 302 403 403 403 405 405 403
rir_desk:spread {case}                                        | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:spread {report}                                      | 302 403 403 403 404 404 403 | 302 403 403 403 404 404 403
rir_desk:redact {draft_case}                                  | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:redact {case}                                        | 302 403 403 403 404 404 403 | 302 403 403 403 404 404 403
rir_desk:redactions_apply {draft_case}                        | 302 403 403 403 405 405 403 | 302 403 403 403 409 409 403
rir_desk:redaction_drop {draft_case} {redaction}              | 302 403 403 403 405 405 403 | 302 403 403 403 409 409 403
rir_desk:redaction_drop {text_case} {redaction}               | 302 403 403 403 405 405 403 | 302 403 403 403 409 409 403
rir_desk:wish_answer {text_case} {reaction}                   | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:wish_answer {case} {reaction}                        | 302 403 403 403 404 404 403 | 302 403 403 403 404 404 403
rir_desk:publication_move {case} approve                      | 302 403 403 403 404 404 403 | 302 403 403 403 404 404 403
rir_desk:promises                                             | 302 403 403 403 200 200 403 | 302 403 403 403 405 405 403
rir_desk:promise_new {case}                                   | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:promise_new {report}                                 | 302 403 403 403 404 404 403 | 302 403 403 403 404 404 403
rir_desk:promise_change {case} {promise}                      | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:promise_change {text_case} {promise}                 | 302 403 403 403 404 404 403 | 302 403 403 403 404 404 403
rir_desk:promise_move {case} {promise} keep                   | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:promise_move {case} {promise} reopen                 | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:promise_move {case} {promise} lapse                  | 302 403 403 403 404 404 403 | 302 403 403 403 404 404 403
rir_desk:promise_news {case} {promise}                        | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:promise_news {case} {promise_other}                  | 302 403 403 403 404 404 403 | 302 403 403 403 404 404 403
rir_desk:promise_move {text_case} {promise} keep              | 302 403 403 403 404 404 403 | 302 403 403 403 404 404 403
rir_desk:regulations                                          | 302 403 403 403 200 200 403 | 302 403 403 403 405 405 403
rir_desk:regulation_new                                       | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:regulation_change {rule_in_law}                      | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:regulation_change 999999                             | 302 403 403 403 404 404 403 | 302 403 403 403 404 404 403
rir_desk:contacts                                             | 302 403 403 403 200 200 403 | 302 403 403 403 405 405 403
rir_desk:contact_new                                          | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:contact_change {contact}                             | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:party_new                                            | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
rir_desk:party_change {party}                                 | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
"""
"""The desk of the team and the outbox. The beheerder keeps the portal running and reads no reports."""

LISTS = """
                                                              | ano lid red amb tea coo beh | ano lid red amb tea coo beh
organisation:index                                            | 302 403 403 403 200 200 200 | 302 403 403 403 405 405 405
organisation:index_results                                    | 302 403 403 403 200 200 200 | 302 403 403 403 405 405 405
organisation:add                                              | 302 403 403 403 200 200 200 | 302 403 403 403 200 200 200
organisation:edit {organisation}                              | 302 403 403 403 200 200 200 | 302 403 403 403 200 200 200
organisation:delete {organisation}                            | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
organisation:history {organisation}                           | 302 403 403 403 200 200 200 | 302 403 403 403 405 405 405
organisation:history_results {organisation}                   | 302 403 403 403 200 200 200 | 302 403 403 403 405 405 405
organisation:usage {organisation}                             | 302 403 403 403 200 200 200 | 302 403 403 403 405 405 405
organisation:index ?export=csv                                | 302 403 403 403 200 200 200 | 302 403 403 403 405 405 405
region:index                                                  | 302 403 403 403 200 200 200 | 302 403 403 403 405 405 405
region:index_results                                          | 302 403 403 403 200 200 200 | 302 403 403 403 405 405 405
region:add                                                    | 302 403 403 403 200 200 200 | 302 403 403 403 200 200 200
region:edit {region}                                          | 302 403 403 403 200 200 200 | 302 403 403 403 200 200 200
region:delete {region}                                        | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
region:history {region}                                       | 302 403 403 403 200 200 200 | 302 403 403 403 405 405 405
region:history_results {region}                               | 302 403 403 403 200 200 200 | 302 403 403 403 405 405 405
region:usage {region}                                         | 302 403 403 403 200 200 200 | 302 403 403 403 405 405 405
region:index ?export=csv                                      | 302 403 403 403 200 200 200 | 302 403 403 403 405 405 405
sector:index                                                  | 302 403 403 403 200 200 200 | 302 403 403 403 405 405 405
sector:index_results                                          | 302 403 403 403 200 200 200 | 302 403 403 403 405 405 405
sector:add                                                    | 302 403 403 403 200 200 200 | 302 403 403 403 200 200 200
sector:edit {sector}                                          | 302 403 403 403 200 200 200 | 302 403 403 403 200 200 200
sector:delete {sector}                                        | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
sector:history {sector}                                       | 302 403 403 403 200 200 200 | 302 403 403 403 405 405 405
sector:history_results {sector}                               | 302 403 403 403 200 200 200 | 302 403 403 403 405 405 405
sector:usage {sector}                                         | 302 403 403 403 200 200 200 | 302 403 403 403 405 405 405
sector:index ?export=csv                                      | 302 403 403 403 200 200 200 | 302 403 403 403 405 405 405
themeambassador:index                                         | 302 403 403 403 200 200 200 | 302 403 403 403 405 405 405
themeambassador:index_results                                 | 302 403 403 403 200 200 200 | 302 403 403 403 405 405 405
themeambassador:add                                           | 302 403 403 403 200 200 200 | 302 403 403 403 200 200 200
themeambassador:edit {themeambassador}                        | 302 403 403 403 200 200 200 | 302 403 403 403 200 200 200
themeambassador:delete {themeambassador}                      | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
themeambassador:history {themeambassador}                     | 302 403 403 403 200 200 200 | 302 403 403 403 405 405 405
themeambassador:history_results {themeambassador}             | 302 403 403 403 200 200 200 | 302 403 403 403 405 405 405
themeambassador:usage {themeambassador}                       | 302 403 403 403 200 200 200 | 302 403 403 403 405 405 405
themeambassador:index ?export=csv                             | 302 403 403 403 200 200 200 | 302 403 403 403 405 405 405
"""
"""Lists that the team keeps. Nobody deletes from them: dossiers point at what is in them."""

WAGTAIL = """
                                                              | ano lid red amb tea coo beh | ano lid red amb tea coo beh
# The admin itself, and everybody's own account.
wagtailadmin_home                                             | 302 403 200 200 200 200 200 | 302 403 405 405 405 405 405
wagtailadmin_account                                          | 302 403 200 200 200 200 200 | 302 403 200 200 200 200 200
wagtailadmin_logout                                           | 302 403 405 405 405 405 405 | 302 403 302 302 302 302 302
wagtailadmin_dismissibles                                     | 302 403 200 200 200 200 200 | 302 403 405 405 405 405 405
wagtailadmin_block_preview                                    | 302 403 404 404 404 404 404 | 302 403 405 405 405 405 405
wagtailadmin_sprite                                           | 200 403 200 200 200 200 200 | 200 403 200 200 200 200 200
wagtailadmin_javascript_catalog                               | 200 403 200 200 200 200 200 | 405 403 405 405 405 405 405
wagtailadmin_password_reset                                   | 404 403 404 404 404 404 404 | 404 403 404 404 404 404 404
# Pages. Editors write everywhere, an ambassador below the own theme, the others nowhere. Landings stay.
wagtailadmin_explore_root                                     | 302 403 ->  ->  403 403 403 | 302 403 405 405 403 403 403
wagtailadmin_explore {home}                                   | 302 403 200 ->  403 403 403 | 302 403 405 405 403 403 403
wagtailadmin_explore_results {home}                           | 302 403 200 ->  403 403 403 | 302 403 405 405 403 403 403
wagtailadmin_pages:search                                     | 302 403 200 200 403 403 403 | 302 403 405 405 403 403 403
wagtailadmin_pages:search_results                             | 302 403 200 200 403 403 403 | 302 403 405 405 403 403 403
wagtailadmin_pages:add_subpage {home}                         | 302 403 200 403 403 403 403 | 302 403 200 403 403 403 403
wagtailadmin_pages:add pages standardpage {home}              | 302 403 200 403 403 403 403 | 302 403 200 403 403 403 403
wagtailadmin_pages:preview_on_add pages standardpage {home}   | 302 403 200 403 403 403 403 | 302 403 200 403 403 403 403
wagtailadmin_pages:choose_parent pages standardpage           | 302 403 200 200 200 200 200 | 302 403 200 200 200 200 200
wagtailadmin_pages:edit {page}                                | 302 403 200 403 403 403 403 | 302 403 200 403 403 403 403
wagtailadmin_pages:preview_on_edit {page}                     | 302 403 200 403 403 403 403 | 302 403 200 403 403 403 403
wagtailadmin_pages:view_draft {page}                          | 302 403 200 403 403 403 403 | 302 403 200 403 403 403 403
wagtailadmin_pages:delete {page}                              | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailadmin_pages:unpublish {page}                           | 302 403 200 403 403 403 403 | 302 403 ->  403 403 403 403
wagtailadmin_pages:move {page}                                | 302 403 200 403 403 403 403 | 302 403 ->  403 403 403 403
wagtailadmin_pages:copy {page}                                | 302 403 200 403 403 403 403 | 302 403 200 403 403 403 403
wagtailadmin_pages:set_privacy {page}                         | 302 403 200 403 403 403 403 | 302 403 200 403 403 403 403
wagtailadmin_pages:lock {page}                                | 302 403 405 405 405 405 405 | 302 403 403 403 403 403 403
wagtailadmin_pages:history {page}                             | 302 403 200 403 403 403 403 | 302 403 405 403 403 403 403
wagtailadmin_pages:history {page} ?export=csv                 | 302 403 200 403 403 403 403 | 302 403 405 403 403 403 403
wagtailadmin_pages:history_results {page}                     | 302 403 200 403 403 403 403 | 302 403 405 403 403 403 403
wagtailadmin_pages:usage {page}                               | 302 403 200 403 403 403 403 | 302 403 405 403 403 403 403
wagtailadmin_pages:type_use pages homepage                    | 302 403 200 200 403 403 403 | 302 403 405 405 403 403 403
wagtailadmin_pages:workflow_history {page}                    | 302 403 200 403 403 403 403 | 302 403 405 403 403 403 403
wagtailadmin_explore {own_theme}                              | 302 403 200 200 403 403 403 | 302 403 405 405 403 403 403
wagtailadmin_explore {other_theme}                            | 302 403 200 ->  403 403 403 | 302 403 405 405 403 403 403
wagtailadmin_pages:edit {home}                                | 302 403 200 403 403 403 403 | 302 403 200 403 403 403 403
wagtailadmin_pages:edit {own_theme}                           | 302 403 200 200 403 403 403 | 302 403 200 200 403 403 403
wagtailadmin_pages:edit {other_theme}                         | 302 403 200 403 403 403 403 | 302 403 200 403 403 403 403
wagtailadmin_pages:add pages articlepage {own_articles}       | 302 403 200 200 403 403 403 | 302 403 200 200 403 403 403
wagtailadmin_pages:add pages articlepage {other_articles}     | 302 403 200 403 403 403 403 | 302 403 200 403 403 403 403
wagtailadmin_pages:delete {own_theme}                         | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
# Choosers open for who writes anywhere in the admin. What they list is asked apart (test_choosers…).
wagtailadmin_choose_page                                      | 302 403 200 200 200 200 200 | 302 403 405 405 405 405 405
wagtailadmin_choose_page_child {home}                         | 302 403 200 200 200 200 200 | 302 403 405 405 405 405 405
wagtailadmin_choose_page_search                               | 302 403 200 200 200 200 200 | 302 403 405 405 405 405 405
wagtailimages_chooser:choose                                  | 302 403 200 200 200 200 200 | 302 403 405 405 405 405 405
wagtailimages_chooser:choose_results                          | 302 403 200 200 200 200 200 | 302 403 405 405 405 405 405
wagtailimages_chooser:chosen {image}                          | 302 403 200 403 403 403 403 | 302 403 405 405 405 405 405
wagtailimages_chooser:create                                  | 302 403 200 200 403 403 403 | 302 403 200 200 403 403 403
wagtaildocs_chooser:choose                                    | 302 403 200 200 200 200 200 | 302 403 405 405 405 405 405
wagtaildocs_chooser:choose_results                            | 302 403 200 200 200 200 200 | 302 403 405 405 405 405 405
wagtaildocs_chooser:chosen {document}                         | 302 403 200 403 403 403 403 | 302 403 405 405 405 405 405
wagtaildocs_chooser:create                                    | 302 403 200 200 403 403 403 | 302 403 200 200 403 403 403
wagtailembeds:chooser                                         | 302 403 200 200 200 200 200 | 302 403 200 200 200 200 200
wagtailadmin_workflows:task_chooser                           | 302 403 200 200 200 200 200 | 302 403 405 405 405 405 405
wagtailadmin_tag_autocomplete                                 | 302 403 200 200 200 200 200 | 302 403 200 200 200 200 200
# Bulk actions. Without the right 200 is a page that says so, and a POST does nothing.
wagtail_bulk_action wagtailcore page delete ?id={page}        | 302 403 200 200 200 200 200 | 302 403 ->  ->  ->  ->  ->
wagtail_bulk_action wagtailcore page publish ?id={page}       | 302 403 200 200 200 200 200 | 302 403 ->  ->  ->  ->  ->
wagtail_bulk_action wagtailimages image delete ?id={image}    | 302 403 200 200 200 200 200 | 302 403 !!  ->  ->  ->  ->
wagtail_bulk_action wagtaildocs document delete ?id={document}| 302 403 200 200 200 200 200 | 302 403 !!  ->  ->  ->  ->
wagtail_bulk_action netwerk user delete ?id={user}            | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtail_bulk_action netwerk user assign_role ?id={user}       | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtail_bulk_action netwerk dossier delete                    | 302 403 404 404 404 404 404 | 302 403 404 404 404 404 404
wagtail_bulk_action ruimte_in_de_regels obstaclecase delete   | 302 403 404 404 404 404 404 | 302 403 404 404 404 404 404
# Pictures and documents: the editors' own, and an ambassador's in the theme's collection.
wagtailimages:index                                           | 302 403 200 200 403 403 403 | 302 403 405 405 403 403 403
wagtailimages:index_results                                   | 302 403 200 200 403 403 403 | 302 403 405 405 403 403 403
wagtailimages:add                                             | 302 403 200 200 403 403 403 | 302 403 200 200 403 403 403
wagtailimages:edit {image}                                    | 302 403 200 403 403 403 403 | 302 403 200 403 403 403 403
wagtailimages:delete {image}                                  | 302 403 200 403 403 403 403 | 302 403 !!  403 403 403 403
wagtailimages:image_usage {image}                             | 302 403 200 403 403 403 403 | 302 403 405 403 403 403 403
wagtailimages:url_generator {image}                           | 302 403 404 404 404 404 404 | 302 403 405 405 405 405 405
wagtaildocs:index                                             | 302 403 200 200 403 403 403 | 302 403 405 405 403 403 403
wagtaildocs:index_results                                     | 302 403 200 200 403 403 403 | 302 403 405 405 403 403 403
wagtaildocs:add                                               | 302 403 200 200 403 403 403 | 302 403 200 200 403 403 403
wagtaildocs:edit {document}                                   | 302 403 200 403 403 403 403 | 302 403 200 403 403 403 403
wagtaildocs:delete {document}                                 | 302 403 200 403 403 403 403 | 302 403 !!  403 403 403 403
wagtaildocs:document_usage {document}                         | 302 403 200 403 403 403 403 | 302 403 405 403 403 403 403
wagtaildocs_serve {document} {document_name}                  | 200 200 200 200 200 200 200 | 200 200 200 200 200 200 200
# People and roles. Only a superuser reaches these today.
wagtailusers_users:index                                      | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailusers_users:index ?export=xlsx                         | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailusers_users:add                                        | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailusers_users:edit {user}                                | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailusers_users:delete {user}                              | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailusers_users:history {user}                             | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailusers_users:usage {user}                               | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailusers_users:index_results                              | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailusers_users:history_results {user}                     | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailusers_users:copy {user}                                | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailusers_groups:index                                     | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailusers_groups:add                                       | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailusers_groups:edit {group}                              | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailusers_groups:history {group}                           | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailusers_groups:usage {group}                             | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
# Settings, workflows, collections, snippets.
wagtailsites:index                                            | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailsites:add                                              | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailsites:edit {site}                                      | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailsites:history {site}                                   | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailredirects:index                                        | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailredirects:index ?export=csv                            | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailredirects:add                                          | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailredirects:start_import                                 | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailadmin_collections:index                                | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailadmin_collections:add                                  | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailadmin_collections:edit {collection}                    | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailadmin_collections:delete {collection}                  | 302 403 404 404 404 404 404 | 302 403 404 404 404 404 404
wagtailadmin_collections:set_privacy {collection}             | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailadmin_workflows:index                                  | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailadmin_workflows:add                                    | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailadmin_workflows:edit {workflow}                        | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailadmin_workflows:usage {workflow}                       | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailadmin_workflows:task_index                             | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailadmin_workflows:edit_task {task}                       | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailsnippets:index                                         | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
# Reports and exports. The site's history opens, and lists only what its reader may change.
wagtailadmin_reports:site_history                             | 302 403 200 200 200 200 200 | 302 403 405 405 405 405 405
wagtailadmin_reports:site_history ?export=csv                 | 302 403 200 200 200 200 200 | 302 403 405 405 405 405 405
wagtailadmin_reports:aging_pages                              | 302 403 200 200 403 403 403 | 302 403 405 405 403 403 403
wagtailadmin_reports:aging_pages ?export=xlsx                 | 302 403 200 200 403 403 403 | 302 403 405 405 403 403 403
wagtailadmin_reports:locked_pages                             | 302 403 403 403 403 403 403 | 302 403 403 403 403 403 403
wagtailadmin_reports:workflow                                 | 302 403 200 200 403 403 403 | 302 403 405 405 403 403 403
wagtailadmin_reports:workflow_tasks                           | 302 403 200 200 403 403 403 | 302 403 405 405 403 403 403
wagtailadmin_reports:page_types_usage                         | 302 403 200 200 403 403 403 | 302 403 405 405 403 403 403
wagtailadmin_reports:page_types_usage ?export=csv             | 302 403 200 200 403 403 403 | 302 403 405 405 403 403 403
# The admin's own interface for scripts.
wagtailadmin_api:pages:listing                                | 302 403 200 200 200 200 200 | 302 403 405 405 405 405 405
wagtailadmin_api:pages:detail {home}                          | 302 403 200 404 404 404 404 | 302 403 405 405 405 405 405
wagtailadmin_api:images:listing                               | 302 403 200 200 200 200 200 | 302 403 405 405 405 405 405
wagtailadmin_api:documents:listing                            | 302 403 200 200 200 200 200 | 302 403 405 405 405 405 405
"""
"""The admin's own addresses."""

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
