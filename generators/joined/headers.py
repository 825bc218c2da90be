"""The file `_headers`, which Netlify, Cloudflare Pages and others read: what may be kept, and what is never allowed."""

from __future__ import annotations

HEADERS = "_headers"
FOR_EVER = "public, max-age=31536000, immutable"


def headers(policy: str, folder: str) -> str:
    """Files of `folder` carry their content in their name; of everything else these hosts look for a newer one.

    No two rules set the same header: hosts differ in what they make of that.
    """
    return (
        "/*\n"
        f"  Content-Security-Policy: {policy}; frame-ancestors 'none'\n"
        "  Referrer-Policy: no-referrer\n"
        "  X-Content-Type-Options: nosniff\n"
        f"/{folder}/*\n"
        f"  Cache-Control: {FOR_EVER}\n"
    )
