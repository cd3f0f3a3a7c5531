# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501 (one row of a table on one line)
"""Who gets what of Wagtail's own screens. What the answers mean, stands in `tables.py`."""

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
