# SPDX-License-Identifier: EUPL-1.2
"""Lists as a file: for Dutch Excel, in local time, and without anything a spreadsheet would run."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter

from netwerk.access import Actor
from netwerk.models import Export

MOST_ROWS = 5_000
FORMS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
WIDE = 22
"""How wide a column is, in digits: in a narrower one a moment shows as nothing but #."""
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def plain(value: Any) -> str:
    """Return a cell as text: Dutch local time, and never the beginning of a formula."""
    if isinstance(value, datetime):
        return timezone.localtime(value).strftime("%d-%m-%Y %H.%M")
    if isinstance(value, date):
        return value.strftime("%d-%m-%Y")
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text


def as_csv(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """Return a file that Dutch Excel opens as a table: semicolons, and the mark that says UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(head)
    writer.writerows([plain(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """Return a workbook of one sheet, in which days are days."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Lijst")
    sheet.freeze_panes = "A2"
    for number in range(1, len(head) + 1):
        sheet.column_dimensions[get_column_letter(number)].width = WIDE
    sheet.append(list(head))
    for row in rows:
        sheet.append([_in_sheet(sheet, value) for value in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _in_sheet(sheet: Any, value: Any) -> Any:
    """Return a cell; a day and a moment are written as everybody here writes them."""
    kept = _cell(value)
    if not isinstance(kept, date):
        return kept
    cell = WriteOnlyCell(sheet, kept)
    cell.number_format = "dd-mm-yyyy hh:mm" if isinstance(kept, datetime) else "dd-mm-yyyy"
    return cell


def _cell(value: Any) -> Any:
    """Return what a sheet keeps: a moment without its zone, for a sheet knows none."""
    if isinstance(value, datetime):
        return timezone.localtime(value).replace(tzinfo=None)
    return value if isinstance(value, date | int) else plain(value)


def answer(form: str, name: str, head: Sequence[str], rows: Sequence[Sequence[Any]]) -> HttpResponse:
    """Return the file to keep. Raises KeyError for a form that we do not make."""
    kind = FORMS[form]
    content = as_csv(head, rows) if form == "csv" else as_xlsx(head, rows)
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return response


def remember(export: Export, *, by: Actor, now: datetime) -> Export:
    """Write down who took which list; the words that were searched for are left out."""
    export.user, export.user_label, export.at = by.user, by.label, now
    export.save(force_insert=True)
    return export
