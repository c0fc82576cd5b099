"""Documents and workbooks of one example beside the pages that an office program made of them.

usage: check.py FOLDER        with NAME.docx, NAME.xlsx, docx/NAME.pdf and xlsx/NAME.pdf
"""

import re
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ERRORS = re.compile(r"#REF|#NAME|#VALUE|Err:\d")


def squeezed(text):
    """Without white space, since a page breaks lines where it likes."""
    return re.sub(r"\s+", "", text)


def printed(pdf):
    """The text of a PDF, and how many pages it has."""
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
    return text, text.count("\f")


def paragraphs(document):
    """Style and text of each paragraph outside tables, and the text of each cell of the first table."""
    body = ElementTree.fromstring(document).find(f"{W}body")
    text = lambda node: "".join(part.text or "" for part in node.iter(f"{W}t"))
    for node in body:
        if node.tag == f"{W}p":
            style = node.find(f"{W}pPr/{W}pStyle")
            yield style.get(f"{W}val") if style is not None else "", text(node)
    for cell in body.find(f"{W}tbl").iter(f"{W}tc"):
        yield "title block", text(cell)


def check_document(path, pdf):
    text, pages = printed(pdf)
    assert pages > 0, f"{path}: no page"
    flat = squeezed(text)
    with zipfile.ZipFile(path) as package:
        parts = list(paragraphs(package.read("word/document.xml")))
    headings = [said for style, said in parts if style.startswith("Heading") or style == "Title"]
    captions = [said for style, said in parts if style in ("TableCaption", "Caption")]
    assert headings and captions, f"{path}: no heading or no caption"
    for said in headings + [said for style, said in parts if style == "title block"]:
        assert squeezed(said) in flat, f"{path}: “{said}” is on no page"
    assert len(set(headings)) == len(headings), f"{path}: a heading twice"
    for said in captions:
        found = re.findall(rf"^\s*{re.escape(said[:30])}(?!\d)", text, re.MULTILINE)
        assert len(found) == 1, f"{path}: “{said}” stands on the pages {len(found)} times"
    assert f"page {pages} of {pages}" in re.sub(r"\s+", " ", text), f"{path}: the last page does not say that it is the last"
    assert not ERRORS.search(text), f"{path}: {ERRORS.search(text)[0]}"
    print(f"  ok {path.name}: {pages} pages, {len(headings)} headings, {len(captions)} captions")


def check_workbook(path, pdf):
    text, pages = printed(pdf)
    assert pages > 0, f"{path}: no page"
    assert not ERRORS.search(text), f"{path}: {ERRORS.search(text)[0]}"
    with zipfile.ZipFile(path) as package:
        sheets = [package.read(name).decode() for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
    # one sheet is the table, another says what it is of
    table = [sheet for sheet in sheets if "<autoFilter " in sheet]
    assert len(table) == 1, f"{path}: {len(table)} sheets have a filter"
    assert 'state="frozen"' in table[0], f"{path}: the heading is not frozen"
    print(f"  ok {path.name}: {pages} pages, {len(sheets)} sheets")


folder = Path(sys.argv[1])
print(folder.name)
for path in sorted(folder.glob("*.docx")):
    check_document(path, folder / "docx" / f"{path.stem}.pdf")
for path in sorted(folder.glob("*.xlsx")):
    check_workbook(path, folder / "xlsx" / f"{path.stem}.pdf")
