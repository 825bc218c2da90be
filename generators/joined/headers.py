"""The file `_headers`, which Netlify, Cloudflare Pages and others read: what may be kept, and what is never allowed."""

from __future__ import annotations

HEADERS = "_headers"
FOR_EVER = "public, max-age=31536000, immutable"


def headers(policy: str | None, folder: str) -> str:
    """Files of `folder` carry their content in their name; of everything else these hosts look for a newer one.

    `policy` is None where a page has a wider one of its own: a header would hold for it too, and the stricter of two
    always wins. Each page then says its policy itself, as it does on hosts that do not read this file.

    No two rules set the same header: hosts differ in what they make of that.
    """
    before = f"{policy}; " if policy else ""
    return (
        "/*\n"
        f"  Content-Security-Policy: {before}frame-ancestors 'none'\n"
        "  Referrer-Policy: no-referrer\n"
        "  X-Content-Type-Options: nosniff\n"
        f"/{folder}/*\n"
        f"  Cache-Control: {FOR_EVER}\n"
    )
