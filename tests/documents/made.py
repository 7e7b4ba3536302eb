"""Documents made for the tests: a Word file, a PDF, and ones that mean harm."""

import zipfile
import zlib
from io import BytesIO

from pypdf import PdfWriter
from pypdf.generic import (
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
)

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(*paragraphs: str, parts: dict[str, bytes] | None = None) -> bytes:
    """A Word file with these paragraphs, and other parts by their names."""
    inside = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    body = word_part(f"<w:body>{inside}</w:body>")
    return zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": body, **(parts or {})})


def word_part(inside: str) -> bytes:
    """One part of a Word file."""
    return f'<?xml version="1.0"?><w:document xmlns:w="{_WORD}">{inside}</w:document>'.encode()


def zipped(parts: dict[str, bytes]) -> bytes:
    """A zip of these files."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return packed.getvalue()


def pdf(*pages: str, title: str = "", password: str = "") -> bytes:
    """A PDF file with a line of text on each page."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for text in pages:
        page = writer.add_blank_page(width=612, height=792)
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(stream)  # pyright: ignore[reportPrivateUsage]: there is no other way
    if title:
        writer.add_metadata({"/Title": title})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def endless_pdf(operators: int = 1_000_000) -> bytes:
    """A small PDF whose one page takes minutes to read: a packed stream of very many operators."""
    stream = zlib.compress(b"BT /F1 9 Tf (a) Tj ET\n" * operators, 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R"
            b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>"
        ),
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(stream), stream),
    ]
    made = BytesIO()
    made.write(b"%PDF-1.4\n")
    places: list[int] = []
    for number, one in enumerate(objects, start=1):
        places.append(made.tell())
        made.write(b"%d 0 obj\n%s\nendobj\n" % (number, one))
    table = made.tell()
    made.write(b"xref\n0 5\n0000000000 65535 f \n")
    made.writelines(b"%010d 00000 n \n" % place for place in places)
    made.write(b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % table)
    return made.getvalue()
