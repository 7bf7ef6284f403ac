"""By e-mail. The Message-ID is that of the delivery: what is sent twice is shown once (RFC 5322, 3.6.4)."""

import hashlib
import smtplib
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.utils.html import format_html, format_html_join

from vedu.foundation.notices.delivery import Delivery
from vedu.foundation.notices.letter import Letter
from vedu.foundation.notices.sender import Failed, Rejected, Unreachable

PERMANENT = 500  # SMTP replies from here on are final (RFC 5321, 4.2.1)


class MailSender:
    def __init__(self) -> None:
        self._connection = get_connection()

    def send(self, delivery: Delivery, letter: Letter) -> None:
        try:
            self._connection.open()
            self._connection.send_messages([_message(delivery, letter, self._connection)])
        except (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError, smtplib.SMTPSenderRefused) as error:
            raise (Rejected if _is_final(error) else Failed)(str(error)) from error
        except OSError as error:  # what smtplib raises is one as well
            raise Unreachable(str(error)) from error

    def close(self) -> None:
        self._connection.close()


def message_id(delivery: Delivery) -> str:
    """The same for each try, and for nobody to guess."""
    named = f"{settings.SECRET_KEY}:{delivery.notice_id}:{delivery.way}"
    secret = hashlib.sha256(named.encode()).hexdigest()[:16]
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    return f"<notice-{delivery.notice_id}.{secret}@{domain}>"


def _message(delivery: Delivery, letter: Letter, connection: object) -> EmailMultiAlternatives:
    text = "\n\n".join(f"{words}\n{url}" for words, url in letter.lines)
    message = EmailMultiAlternatives(
        letter.subject,
        text,
        to=[delivery.notice.person.email],
        headers={"Message-ID": message_id(delivery), "Auto-Submitted": "auto-generated"},
        connection=connection,
    )
    rows = format_html_join("", '<p><a href="{1}">{0}</a></p>', letter.lines)
    message.attach_alternative(format_html("<html><body>{}</body></html>", rows), "text/html")
    return message


def _is_final(error: Exception) -> bool:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= PERMANENT for code, _reason in error.recipients.values())
    return getattr(error, "smtp_code", 0) >= PERMANENT
