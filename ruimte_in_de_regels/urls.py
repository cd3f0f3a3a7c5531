# SPDX-License-Identifier: EUPL-1.2
"""Public addresses of the desk, below /ruimte-in-de-regels/. The landing itself is a Wagtail page."""

from django.urls import path, re_path

from .views import (
    also,
    case_list,
    cases,
    factsheet,
    joint,
    later,
    ministry,
    ministry_steps,
    own,
    promise_news,
    promises,
    publication,
    regulations,
    report,
    same,
    status,
)

app_name = "ruimte_in_de_regels"

urlpatterns = [
    path("melden/", report.screen, name="report_start"),
    path("melden/acuut/", report.acute, name="report_acute"),
    path("melden/verstuurd/", report.sent, name="report_sent"),
    path("melden/4/", report.check_and_send, name="report_check"),
    re_path(r"^melden/(?P<screen>[23])/$", report.screen, name="report_screen"),
    path("melden/lijkt-erop/", same.similar_page, name="report_similar"),
    path("melden/lijkt-erop/zoek/", same.similar_fragment, name="report_similar_fragment"),
    path("melden/later/", later.pause, name="report_pause"),
    path("melden/verder/<uuid:public_id>/", later.resume, name="report_resume"),
    path("nieuw-adres/<uuid:public_id>/", own.confirm_address, name="confirm_address"),
    path("mijn-meldingen/", later.ask_my_reports, name="my_reports_ask"),
    path("mijn-meldingen/<uuid:public_id>/", later.my_reports, name="my_reports"),
    path("volgen/", later.follow, name="report_follow"),
    path("volgen/<uuid:public_id>/", status.status, name="report_status"),
    path("volgen/<uuid:public_id>/bewijs/", own.receipt, name="report_receipt"),
    path("volgen/<uuid:public_id>/weg/", own.leave, name="report_leave"),
    path("volgen/<uuid:public_id>/gegevens/", own.own_data, name="report_data"),
    *(
        path(f"volgen/<uuid:public_id>/{step}/", own.small_step, {"step": step}, name=name)
        for step, name in (
            ("keuzes", "report_choices"),
            ("heropenen", "report_reopen"),
            ("adres", "report_address"),
            ("herken-je-dit", "report_recognise"),
            ("kun-je-verder", "report_go_on"),
            ("werkt-het", "report_works"),
        )
    ),
    path("volgen/<uuid:public_id>/lees-mee/", publication.read_along, name="report_read_along"),
    path("volgen/<uuid:public_id>/intrekken/", status.withdraw, name="report_withdraw"),
    path("antwoord/<uuid:public_id>/", ministry.sheet, name="thread_sheet"),
    path("antwoord/<uuid:public_id>/controleren/", ministry.check, name="thread_check"),
    *(
        path(f"antwoord/<uuid:public_id>/{step}/", ministry_steps.small_step, {"step": step}, name=name)
        for step, name in (
            ("vraag", "thread_ask"),
            ("uitstel", "thread_extend"),
            ("doorsturen", "thread_forward"),
            ("niet-van-ons", "thread_pass_on"),
        )
    ),
    path("antwoord/<uuid:public_id>/samen/<int:joint>/", joint.reply, name="thread_joint"),
    path("antwoord/<uuid:public_id>/toezegging/<int:promise>/", promise_news.tell, name="thread_promise"),
    path("antwoord/<uuid:public_id>/melders/", ministry_steps.reporters, name="thread_reporters"),
    path("antwoord/<uuid:public_id>/bestand-weg/", ministry.drop_file, name="thread_file_drop"),
    path(
        "antwoord/<uuid:public_id>/ontvangen/", ministry.step, {"move": "ontvangen"}, name="thread_received"
    ),
    path(
        "antwoord/<uuid:public_id>/onderzoeken/",
        ministry.step,
        {"move": "onderzoeken"},
        name="thread_studying",
    ),
    path("toezeggingen/", promises.promise_list, name="promise_list"),
    path("regels/", regulations.regulation_list, name="regulation_list"),
    path("regels/<slug:slug>/", regulations.regulation_page, name="regulation"),
    path("casussen/", case_list.case_list, name="case_list"),
    path("ook-bij-ons/<uuid:public_id>/", also.mine, name="also_mine"),
    path("casussen/<slug:slug>/ook-bij-ons/", also.also_us, name="also_us"),
    path("casussen/<slug:slug>/ook-bij-ons/dank/", also.thanks, name="also_thanks"),
    path("casussen/<slug:slug>/factsheet/", factsheet.page, name="factsheet"),
    path("casussen/<slug:slug>/factsheet.pdf", factsheet.file, name="factsheet_pdf"),
    path("casussen/<slug:slug>/uitproberen/", cases.join_experiment, name="join_experiment"),
    path("casussen/<slug:slug>/", cases.case_page, name="case_page"),
]
