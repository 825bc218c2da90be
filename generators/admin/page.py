"""The one page of the form, with a policy of its own: wider than that of every other page, and no wider than needed."""

from __future__ import annotations

from markupsafe import Markup

from ..model import Admin, SiteSettings

# Whom the form may talk to, besides the site itself: where the data is kept.
HOSTS = {
    "github": "https://api.github.com",
    "gitlab": "https://gitlab.com",
    "git-gateway": "",  # stands at the site's own address
}
LOCAL = "http://localhost:8081 http://127.0.0.1:8081"  # decap-server on the same computer, while trying the form
PAGE = Markup(
    """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>Edit the data: {name}</title>
</head>
<body>
<noscript>The editing form needs JavaScript. The same data can be edited as text files.</noscript>
<script src="start.js"></script>
<script src="decap-cms.js"></script>
</body>
</html>
"""
)


def policy(admin: Admin) -> str:
    """Decap makes its style sheets and the check of its settings while it runs, so it needs both `unsafe` words."""
    asked = " ".join(filter(None, ("'self' blob:", HOSTS[admin.backend], LOCAL if admin.local else "")))
    return (
        "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; "
        f"connect-src {asked}; form-action 'self'; base-uri 'none'"
    )


def page(site: SiteSettings, admin: Admin) -> str:
    """The page at admin/."""
    return PAGE.format(policy=policy(admin), name=site.name)
