"""The page about the site: who runs it, what it keeps, what it cannot do."""

from __future__ import annotations

from markupsafe import Markup

from . import correct
from .page import Page
from .view import View


def about(view: View) -> Page:
    """The page at about/."""
    view = view.at("about/")
    site = view.records.site
    mail = Markup('<a href="mailto:{0}"><bdi dir="ltr">{0}</bdi></a>').format(site.contact_email or "")
    mail_form, issue_form = (way(view, "", "") for way in (correct.mail, correct.issue))
    run_by = view.site.text("run_by")
    return Page(
        path=view.path,
        language=view.language.code,
        title=view.language.t("About this site"),
        html=view.render(
            "about.html.j2",
            mail=mail,
            mail_form=mail_form
            and Markup('<a href="{}"><bdi dir="ltr">{}</bdi></a>').format(mail_form, site.contact_email),
            phone=site.contact_phone and _number(view, site.contact_phone),
            issue_form=issue_form,
            issue_site=issue_form and view.site_of(issue_form),
            run_by=view.outside(site.run_by_url, run_by) if site.run_by_url else run_by,
        ),
        kind="about",
        description=view.language.t("Who runs this site, and what it keeps about you: nothing."),
        edit="site.yaml",
    )


def _number(view: View, number: str) -> Markup:
    """A number to tap."""
    phone = view.as_phone(number)
    return Markup('<a href="{}">{}</a>').format(view.href(phone), view.number(phone))
