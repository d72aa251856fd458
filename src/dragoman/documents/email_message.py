"""E-mail files (.eml) → contents: the plain text of a message, else its HTML. Attachments are not opened."""

import datetime as dt
import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from dragoman.documents.contents import Contents
from dragoman.documents.decoding import decode, shown
from dragoman.documents.plain_text import unwrap
from dragoman.documents.web_page import read_web_page
from dragoman.documents.written_dates import find_written_date
from dragoman.model.errors import DocumentEmpty

PREFIX = re.compile(r"(?i)^(?:(?:fwd?|re|aw|wg|tr)\s*:\s*)+")
FORWARDED = re.compile(r"-{2,}\s*(?:Forwarded|Original) [Mm]essage\s*-{2,}[ \t]*\n+((?:[\w-]+:[^\n]*\n)+)")
FIELD = re.compile(r"^([\w-]+):\s*(.*?)\s*$", re.MULTILINE)


def read_email(name: str, data: bytes) -> Contents:
    """The text of a message, with subject, sender and date; of one that forwards another, the other's sender and date.

    Raises:
        DocumentEmpty: The message has no text of its own.
    """
    message = message_from_bytes(data, policy=policy.default)
    text = body_text(name, message)
    forwarded = forwarded_fields(text)
    subject = PREFIX.sub("", shown(str(message.get("subject", "")))).strip()
    sender = forwarded.get("from") or str(message.get("from", ""))
    sent = find_written_date(forwarded.get("date") or forwarded.get("sent") or "")
    return Contents(text=text, title=subject or None, author=display_name(sender), published=sent or date_of(message))


def body_text(name: str, message: EmailMessage) -> str:
    """The text of the part that a mail program would show."""
    part = message.get_body(preferencelist=("plain", "html"))
    payload = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(payload, bytes):
        attached = [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
        raise DocumentEmpty(name, f"a message without text{'; attached are ' + ', '.join(attached[:5]) if attached else ''}")
    charset = part.get_content_charset()
    if part.get_content_subtype() == "html":
        return read_web_page(name, payload, charset=charset).text
    return unwrap(decode(name, payload, charset=charset))


def forwarded_fields(text: str) -> dict[str, str]:
    """The heading of the message that this one forwards, by lower-case name."""
    heading = FORWARDED.search(text)
    return {key.lower(): value for key, value in FIELD.findall(heading[1])} if heading else {}


def display_name(sender: str) -> str | None:
    """'Press Office <press@example.org>' → 'Press Office'; the address where there is no name."""
    name, address = parseaddr(shown(sender).replace("\n", " "))
    return name or address or None


def date_of(message: EmailMessage) -> dt.date | None:
    """The day on which a message says it was sent, at its sender's place."""
    try:
        return parsedate_to_datetime(str(message.get("date", ""))).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
