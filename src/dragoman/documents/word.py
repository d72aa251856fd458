"""Word files (.docx) → contents: paragraphs, headings and tables in their order."""

import io
import zipfile

import docx as python_docx
from docx.document import Document as DocxDocument
from docx.table import Table

from dragoman.documents.contents import Contents
from dragoman.documents.decoding import shown
from dragoman.documents.limits import Limits
from dragoman.model.errors import DocumentEncrypted, DocumentMalformed, DocumentNotText, DocumentTooLarge

OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the older container: an old .doc, or a .docx under a password
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MOST_PARTS = 5_000


def read_word(name: str, data: bytes, limits: Limits) -> Contents:
    """The text of a Word file. Comments, headers, footers and footnotes are not read.

    Raises:
        DocumentEncrypted: It opens only with a password.
        DocumentNotText: It is a file of Word 2003 or older.
        DocumentTooLarge: It unpacks to more than one document may have.
        DocumentMalformed: It is no Word file, or a damaged one.
    """
    if data.startswith(OLE_MARK):
        if ENCRYPTED in data:
            raise DocumentEncrypted(name, "locked by a password; save a copy without one")
        raise DocumentNotText(name, "the format of Word 2003 and older; save it as .docx")
    check_archive(name, data, limits)
    docx = python_docx.Document(io.BytesIO(data))
    properties = docx.core_properties
    return Contents(
        text=shown("\n\n".join(blocks_of(docx))),
        title=shown(properties.title or "").strip() or None,
        author=shown(properties.author or "").strip().removeprefix("python-docx") or None,
    )


def check_archive(name: str, data: bytes, limits: Limits) -> None:
    """Refuse an archive that is damaged, locked, or grows beyond its bound when it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except zipfile.BadZipFile as error:
        raise DocumentMalformed(name, f"a damaged Word file: {error}") from error
    if "word/document.xml" not in {part.filename for part in parts}:
        raise DocumentMalformed(name, "not a Word file: the archive holds no word/document.xml")
    unpacked = sum(part.file_size for part in parts)
    if unpacked > limits.unpacked_bytes or len(parts) > MOST_PARTS:
        raise DocumentTooLarge(
            name, f"unpacks to {unpacked:,} bytes, more than the {limits.unpacked_bytes:,} that one document may have"
        )
    if any(part.flag_bits & 1 for part in parts):
        raise DocumentEncrypted(name, "locked by a password; save a copy without one")


def blocks_of(docx: DocxDocument) -> list[str]:
    """Paragraphs, and tables with a row a line and cells apart by tabs."""
    blocks: list[str] = []
    for item in docx.iter_inner_content():
        if isinstance(item, Table):
            blocks.append("\n".join("\t".join(cell.text.strip() for cell in row.cells) for row in item.rows))
        else:
            blocks.append(item.text.strip())
    return [block for block in blocks if block.strip()]
