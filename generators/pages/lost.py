"""The looks of the page for lost readers, which stands alone: nobody knows from which folder it is shown."""

from __future__ import annotations

import base64
import hashlib

LOST_STYLE = (
    "body{margin:0;background:#fdfaf5;color:#25211c;font:1.125rem/1.6 system-ui,sans-serif;overflow-wrap:anywhere}"
    "main{max-width:36rem;margin:0 auto;padding:2rem 1.25rem}"
    "h1,h2{line-height:1.2}section{border-bottom:1px solid #b9ac99;padding-bottom:1rem;margin-bottom:1.5rem}"
    "a{color:#0b5d57;display:inline-block;min-width:2.75rem;padding:.6rem 0;margin-right:1rem}"
    "a:focus-visible{outline:3px solid;outline-offset:2px}"
    "@media(prefers-color-scheme:dark){body{background:#16191a;color:#ece7df}a{color:#7fd6c8}}"
)
LOST_STYLE_HASH = base64.b64encode(hashlib.sha256(LOST_STYLE.encode()).digest()).decode()  # for the security policy
