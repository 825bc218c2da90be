"""The settings of the form: which files it shows, with which fields, all worked out from the shapes and the data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from ..model import Admin, Barrier, Document, Need, Organization, Preset, Question, Records, Service, Urgent
from ..validate.written import WRITTEN
from .widgets import Widget, fields_of

FOLDERS: dict[str, type[BaseModel]] = {"service": Service, "organization": Organization}
FILES: dict[str, type[BaseModel]] = {  # of the resources folder; each holds many records by their ids
    "needs": Need,
    "documents": Document,
    "questions": Question,
    "urgent": Urgent,
    "barriers": Barrier,
    "presets": Preset,
}


def form_config(records: Records) -> dict[str, Any]:
    """`config` for Decap, `choices` by the name used in its `options`, `shown`: the fields of each collection."""
    assert records.site.admin is not None
    areas = [_folder(records, area, kind) for area in records.areas for kind in FOLDERS]
    shared = [_file(name, shape, getattr(records, name)) for name, shape in FILES.items() if getattr(records, name)]
    collections = [*areas, {"name": "shared", "label": "Shared lists", "files": shared}]
    shown = {one["name"]: [field["name"] for field in one["fields"] if field["widget"] != "hidden"] for one in areas}
    shown["shared"] = sorted({field["name"] for file in shared for field in file["fields"]})
    return {
        "config": {
            **_backend(records.site.admin),
            "load_config_file": False,
            "media_folder": "resources/media",  # nothing of ours takes a picture; Decap insists on a name
            "slug": {"encoding": "ascii", "clean_accents": True},
            "editor": {"preview": False},
            "show_preview_links": False,
            "collections": collections,
        },
        "choices": {
            name: [{"label": f"{one.name} ({id_})", "value": id_} for id_, one in getattr(records, name).items()]
            for name in ("services", "organizations", "needs", "documents")
        },
        "shown": shown,
    }


def _backend(admin: Admin) -> dict[str, Any]:
    backend: dict[str, Any] = {"name": admin.backend, "branch": admin.branch}
    if admin.repo:
        backend["repo"] = admin.repo
    if admin.sign_in:
        backend["base_url"] = admin.sign_in
    if admin.app_id:
        backend |= {"auth_type": "pkce", "app_id": admin.app_id}
    return {"backend": backend, "local_backend": admin.local}


def _folder(records: Records, area: str, kind: str) -> dict[str, Any]:
    """One folder of services or organizations; the file's name is made of the name of the record."""
    must = (*WRITTEN[kind], "sourced")
    return {
        "name": f"{kind}s-{area.replace('/', '-')}",
        "label": f"{kind.capitalize()}s: {records.areas[area].name}",
        "label_singular": kind,
        "folder": f"resources/{area}/{kind}s",
        "create": True,
        "extension": "yaml",
        "format": "yaml",
        "identifier_field": "name",
        "summary": "{{name}}",
        "fields": fields_of(FOLDERS[kind], must),
    }


def _file(name: str, shape: type[BaseModel], known: Mapping[str, Any]) -> dict[str, Any]:
    """A file with many records: one folded group of fields for each id that stands there now."""
    fields = fields_of(shape)
    groups: list[Widget] = [
        {"label": f"{one.name if hasattr(one, 'name') else one.ask} ({id_})", "name": id_, "widget": "object"}
        | {"collapsed": True, "required": True, "fields": fields}
        for id_, one in known.items()
    ]
    return {"name": name, "label": name.capitalize(), "file": f"resources/{name}.yaml", "fields": groups}
