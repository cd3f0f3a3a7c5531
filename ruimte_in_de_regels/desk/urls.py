# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the desk, below /beheer/ruimte-in-de-regels/."""

from django.urls import path

from . import (
    case,
    cases,
    contacts,
    documents,
    gather,
    letters,
    links,
    lists,
    messages,
    place,
    promises,
    publication,
    reach,
    redaction,
    regulations,
    reports,
    settings,
    threads,
    weighing,
)

app_name = "rir_desk"

_CASE = "casussen/<int:pk>/"
_PROMISE = _CASE + "toezeggingen/<int:promise>/"
_THREAD = _CASE + "ministeries/<int:thread>/"

urlpatterns = [
    path("meldingen/", lists.ReportQueue.as_view(), name="reports"),
    path("meldingen/<int:pk>/", reports.ReportView.as_view(), name="report"),
    path("meldingen/<int:pk>/stap/<str:move>/", reports.ReportMove.as_view(), name="report_move"),
    path("meldingen/<int:pk>/casus/", reports.AddToCase.as_view(), name="report_to_case"),
    path("meldingen/<int:pk>/regels/", reports.TieRules.as_view(), name="report_rules"),
    path("meldingen/<int:pk>/thema/", place.PlaceReport.as_view(), name="report_place"),
    path("meldingen/<int:pk>/bericht/", messages.TellReporter.as_view(), name="report_tell"),
    path("meldingen/<int:pk>/titel/", reports.RenameReport.as_view(), name="report_rename"),
    path("meldingen/<int:pk>/behandelaar/", reports.AssignReport.as_view(), name="report_assign"),
    path("meldingen/<int:pk>/melder/", reports.Identity.as_view(), name="report_identity"),
    path(
        "meldingen/<int:pk>/link/intrekken/",
        links.WithdrawReportLink.as_view(),
        name="report_link_withdraw",
    ),
    path("meldingen/<int:pk>/link/nieuw/", links.RenewReportLink.as_view(), name="report_link_renew"),
    path("signalen/", lists.SignalQueue.as_view(), name="signals"),
    path("signalen/nieuw/", cases.NewSignal.as_view(), name="signal_new"),
    path("termijnen/", settings.Terms.as_view(), name="terms"),
    path("verdeelregels/", settings.Rules.as_view(), name="rules"),
    path("verdeelregels/nieuw/", settings.RuleForm.as_view(), name="rule_new"),
    path("verdeelregels/<int:pk>/", settings.RuleForm.as_view(), name="rule_change"),
    path("verdeelregels/<int:pk>/weg/", settings.DropRule.as_view(), name="rule_drop"),
    path("casussen/", lists.CaseQueue.as_view(), name="cases"),
    path("casussen/nieuw/", cases.NewCase.as_view(), name="case_new"),
    path(_CASE, case.CaseView.as_view(), name="case"),
    path(_CASE + "stap/<str:move>/", cases.CaseMove.as_view(), name="case_move"),
    path(_CASE + "samenvoegen/", gather.MergeCase.as_view(), name="case_merge"),
    path(_CASE + "splitsen/", gather.SplitCase.as_view(), name="case_split"),
    path(_CASE + "bericht/", messages.TellReporters.as_view(), name="case_tell"),
    path(_CASE + "wijzigen/", place.DescribeCase.as_view(), name="case_describe"),
    path(_CASE + "papier/", gather.CasePaper.as_view(), name="case_paper"),
    path(_CASE + "behandelaar/", cases.AssignCase.as_view(), name="case_assign"),
    path(_CASE + "analyse/", documents.Analysis.as_view(), name="analysis"),
    path(_CASE + "analyse/versies/", documents.AnalysisVersions.as_view(), name="analysis_versions"),
    path(_CASE + "probleemstelling/", documents.Statement.as_view(), name="statement"),
    path(
        _CASE + "probleemstelling/versies/", documents.StatementVersions.as_view(), name="statement_versions"
    ),
    path(_CASE + "probleemstelling/nalezen/", documents.CheckStatement.as_view(), name="statement_check"),
    path(_CASE + "probleemstelling/terug/", documents.ReturnStatement.as_view(), name="statement_return"),
    path(_CASE + "ministeries/nieuw/", threads.AddThread.as_view(), name="thread_new"),
    path(_CASE + "ministeries/versturen/", threads.SendThreads.as_view(), name="threads_send"),
    path(_CASE + "ministeries/antwoorden/", weighing.Answers.as_view(), name="answers"),
    path(_THREAD + "wijzigen/", threads.ChangeThread.as_view(), name="thread_change"),
    path(_THREAD + "stap/<str:move>/", threads.ThreadMove.as_view(), name="thread_move"),
    path(_THREAD + "collega/", threads.Forward.as_view(), name="thread_forward"),
    path(_THREAD + "herinner/", threads.Remind.as_view(), name="thread_remind"),
    path(_THREAD + "links/<int:link>/intrekken/", links.WithdrawThreadLink.as_view(), name="link_withdraw"),
    path(_THREAD + "links/<int:link>/nieuw/", links.RenewThreadLink.as_view(), name="link_renew"),
    path(_THREAD + "opnieuw/", threads.Again.as_view(), name="thread_again"),
    path(_CASE + "uitkomsten/nieuw/", weighing.AddOutcome.as_view(), name="outcome_new"),
    path(_CASE + "uitkomsten/<int:outcome>/weg/", weighing.RemoveOutcome.as_view(), name="outcome_remove"),
    path(
        _CASE + "uitkomsten/<int:outcome>/verleng/", weighing.ExtendOutcome.as_view(), name="outcome_extend"
    ),
    path(_CASE + "uitkomsten/geen/", weighing.SetAside.as_view(), name="set_aside"),
    path(_CASE + "verschillen/nieuw/", weighing.MarkDifference.as_view(), name="difference_new"),
    path(
        _CASE + "verschillen/<int:difference>/weg/",
        weighing.UnmarkDifference.as_view(),
        name="difference_remove",
    ),
    path(_CASE + "ministeries/samen/", weighing.AskJointly.as_view(), name="joint_new"),
    path(_CASE + "openbare-tekst/", publication.WritePublication.as_view(), name="publication"),
    path(
        _CASE + "openbare-tekst/stap/<str:move>/",
        publication.PublicationMove.as_view(),
        name="publication_move",
    ),
    path("regels/", regulations.Regulations.as_view(), name="regulations"),
    path("regels/nieuw/", regulations.KeepRegulation.as_view(), name="regulation_new"),
    path("regels/<int:pk>/", regulations.KeepRegulation.as_view(), name="regulation_change"),
    path(_CASE + "toezeggingen/nieuw/", promises.NewPromise.as_view(), name="promise_new"),
    path(_PROMISE + "wijzigen/", promises.ChangePromise.as_view(), name="promise_change"),
    path(_PROMISE + "stap/<str:move>/", promises.PromiseMove.as_view(), name="promise_move"),
    path(_PROMISE + "bericht/", promises.LeaveNews.as_view(), name="promise_news"),
    path("toezeggingen/", promises.Promises.as_view(), name="promises"),
    path(_CASE + "ook-bij-ons/", reach.AlsoRows.as_view(), name="also_rows"),
    path(_CASE + "vraag/", reach.DraftQuestion.as_view(), name="question_draft"),
    path(_CASE + "verspreiding/", reach.Spread.as_view(), name="spread"),
    path(_CASE + "openbare-tekst/weglakken/", redaction.Redact.as_view(), name="redact"),
    path(
        _CASE + "openbare-tekst/weglakken/toepassen/", redaction.ApplyRules.as_view(), name="redactions_apply"
    ),
    path(
        _CASE + "openbare-tekst/weglakken/<int:rule>/weg/",
        redaction.DropRedaction.as_view(),
        name="redaction_drop",
    ),
    path(_CASE + "openbare-tekst/wens/<int:reaction>/", publication.AnswerWish.as_view(), name="wish_answer"),
    path("brieven/", letters.Letters.as_view(), name="letters"),
    path(_CASE + "drie-regels/", letters.ThreeLines.as_view(), name="case_lines"),
    path("contactpersonen/", contacts.Contacts.as_view(), name="contacts"),
    path("contactpersonen/nieuw/", contacts.AddContact.as_view(), name="contact_new"),
    path("contactpersonen/<int:pk>/", contacts.ChangeContact.as_view(), name="contact_change"),
    path("partijen/nieuw/", contacts.AddParty.as_view(), name="party_new"),
    path("partijen/<int:pk>/", contacts.ChangeParty.as_view(), name="party_change"),
]
