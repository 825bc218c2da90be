"""How a reader says that something is wrong: a mail or an issue with the page's name in it, or a call."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from ..languages import N_
from .view import View

SUBJECT = N_("Correction: %(page)s")
ASKED = (N_("What is wrong:"), N_("What is right, and how I know:"))
# Hosts of repositories: what stands between the repository and the file, where its issues are, and their fields.
HOSTS = (
    (re.compile(r"gitlab"), "/-/edit/", "/-/issues/new", ("issue[title]", "issue[description]")),
    (re.compile(r"github|codeberg|gitea|forgejo"), "/edit/", "/issues/new", ("title", "body")),
)


def mail(view: View, name: str, path: str) -> str | None:
    """A mail to who runs the site. `path` of the page, empty where the mail must not tell it."""
    address = view.records.site.contact_email
    if not address:
        return None
    return f"mailto:{quote(address, safe='@+')}?subject={quote(_subject(view, name))}&body={quote(_body(view, path))}"


def issue(view: View, name: str, path: str) -> str | None:
    """The form for a new issue at the host of the repository, filled in; nothing where we do not know the host."""
    where = urlsplit(view.records.site.repository or "")
    for host, before, form, (title, body) in HOSTS:
        if host.search(where.netloc) and before in where.path:
            base = f"{where.scheme}://{where.netloc}{where.path.partition(before)[0]}{form}"
            return f"{base}?{quote(title)}={quote(_subject(view, name))}&{quote(body)}={quote(_body(view, path))}"
    return None


def correction(view: View, name: str, path: str) -> str:
    """Where "Suggest a correction" leads: a mail; the form only where there is no phone to call either."""
    site = view.records.site
    return (
        mail(view, name, path)
        or (None if site.contact_phone else issue(view, name, path))
        or view.link("about/") + "#mistake"
    )


def _subject(view: View, name: str) -> str:
    return view.language.t(SUBJECT, page=name)


def _body(view: View, path: str) -> str:
    t = view.language.t
    page = [t("Page: %(page)s", page=f"{view.language.base}{path}")] if path else []
    return "\n\n".join([*page, *(t(line) for line in ASKED)]) + "\n"
