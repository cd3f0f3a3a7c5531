# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501 (one row of a table on one line)
"""Who gets what at the desk. What the answers mean, stands in `tables.py`."""

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
rir_desk:publication_move {text_case} give_back               | 302 403 403 403 200 200 403 | 302 403 403 403 200 200 403
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
