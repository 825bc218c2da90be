"""The tables and columns of HSDS 1.1, 1.2, 2.0 and 3.x, and of spreadsheets, by one name each.

A dialect is known by its table and column names, never by a version field: those are wrong in the wild.
"""

from __future__ import annotations

import re

# our name -> names in the wild, written small and with underscores
TABLES: dict[str, tuple[str, ...]] = {
    "organization": ("organizations", "agency", "agencies", "providers"),
    "program": ("programs",),
    "service": ("services", "records", "resources"),
    "location": ("locations", "sites"),
    "service_at_location": ("services_at_location", "service_at_locations", "services_at_locations"),
    "address": ("addresses", "physical_addresses", "physical_address", "postal_addresses", "postal_address",
                "mail_addresses"),
    "phone": ("phones",),
    "contact": ("contacts",),
    "schedule": ("schedules", "regular_schedules", "regular_schedule"),
    "holiday": ("holiday_schedules", "holiday_schedule"),
    "funding": ("fundings",),
    "eligibility": ("eligibilities", "eligibilitys"),
    "service_area": ("service_areas",),
    "required_document": ("required_documents",),
    "payment": ("payments_accepted", "payment_accepted", "payment_accepteds"),
    "cost_option": ("cost_options", "fee", "fees"),
    "interpretation": ("interpretation_services",),
    "language": ("languages",),
    "accessibility": ("accessibility_for_disabilities", "accessibilities"),
    "taxonomy": ("taxonomies", "taxonomy_detail"),
    "taxonomy_term": ("taxonomy_terms",),
    "attribute": ("attributes", "service_taxonomy", "services_taxonomy", "service_taxonomies", "service_attributes",
                  "service_attribute", "service_taxonomys",
                  "other_attribute", "other_attributes", "link_taxonomy", "link_taxonomies"),
    "metadata": (),
    "meta_table": ("meta_table_description", "meta_table_descriptions"),
    "identifier": ("organization_identifiers", "organization_identifier"),
    "url": ("urls", "additional_urls", "additional_websites"),
    "unit": ("units",),
    "capacity": ("service_capacity", "capacities", "service_capacities"),
}  # fmt: skip
_TABLE = {alias: name for name, aliases in TABLES.items() for alias in (name, *aliases)}

# table -> column in the wild -> our column; `table.column` where it belongs to a table of its own
COLUMNS: dict[str, dict[str, str]] = {
    "*": {
        "uuid": "id", "identifier_uuid": "id", "site_id": "id", "entity_id": "id", "record_id": "id",
        "organization_uuid": "organization_id", "org_id": "organization_id", "agency_id": "organization_id",
        "service_uuid": "service_id", "location_uuid": "location_id", "alternative_name": "alternate_name",
        "aka": "alternate_name", "nickname": "alternate_name", "e_mail": "email", "email_address": "email",
        "lat": "latitude", "lng": "longitude", "lon": "longitude", "long": "longitude", "title": "name",
        "is_confidential": "confidential", "is_private": "confidential", "address_is_private": "confidential",
        "address_is_confidential": "confidential", "confidential_location": "confidential",
        "address_confidential": "confidential", "hide_address": "confidential", "confidential_address": "confidential",
        "exclude_from_website": "not_public", "exclude_from_directory": "not_public",
        "internal_notes": "internal", "staff_notes": "internal", "notes_internal": "internal",
        "internal_notes_for_editors_and_viewers": "internal",
    },
    "organization": {
        "url": "website", "web": "website", "homepage": "website", "web_site": "website", "website_address": "website",
        "latitude": "location.latitude", "longitude": "location.longitude", "fax": "phone.fax", "tty": "phone.tty",
        "fax_number": "phone.fax", "public_name": "name", "email_address_main": "email",
    },
    "service": {
        "website": "url", "web": "url", "homepage": "url", "link": "url", "web_site": "url", "summary": "description",
        "organization": "organization_name", "agency": "organization_name", "agency_name": "organization_name",
        "org": "organization_name", "provider": "organization_name", "provider_name": "organization_name",
        "program_name": "program", "how_to_apply": "application_process", "intake": "application_process",
        "application": "application_process", "cost": "fees_description", "fees": "fees_description",
        "fee": "fees_description", "costs": "fees_description", "price": "fees_description",
        "eligibility": "eligibility_description", "who_can_get_it": "eligibility_description",
        "eligibility_requirements": "eligibility_description", "who_for": "eligibility_description",
        "audience": "eligibility_description", "min_age": "minimum_age", "max_age": "maximum_age",
        "age_min": "minimum_age", "age_max": "maximum_age", "income_limit": "income_percent",
        "income_limit_percent": "income_percent", "income": "income_percent", "veterans_only": "require_veteran",
        "veteran": "require_veteran", "additional_information": "more", "more_information": "more", "notes": "more",
        "comments": "more", "problem_codes": "keywords", "category": "keywords", "categories": "keywords",
        "services": "keywords", "service_type": "keywords", "type": "keywords", "subcategory": "keywords_more",
        "need": "keywords", "needs": "keywords", "program_type": "keywords", "tags": "keywords",
        "hours": "hours_text", "hours_of_operation": "hours_text", "opening_hours": "hours_text",
        "schedule": "hours_text", "times": "hours_text", "days_and_hours": "hours_text",
        "service_areas": "areas", "service_area": "areas", "counties_served": "areas", "area_served": "areas",
        "areas": "areas", "counties_covered": "areas", "last_updated": "last_modified", "scraped": "scraped",
        "updated": "last_modified", "last_verified": "assured_date",
        "languages": "language.name", "language": "language.name", "languages_spoken": "language.name",
        "documents": "required_document.document", "what_to_bring": "required_document.document",
        "required_documents": "required_document.document", "bring": "required_document.document",
        "accessibility": "accessibility.description", "location_name": "location.name", "site": "location.name",
        "site_name": "location.name", "transportation": "location.transportation",
        "directions": "location.transportation", "latitude": "location.latitude", "longitude": "location.longitude",
        "location_id": "location_id", "distribution_site": "name",
        "fax": "phone.fax", "fax_number": "phone.fax", "tty": "phone.tty", "hotline": "phone.hotline",
        "tdd": "phone.tty", "toll_free": "phone.toll_free", "toll_free_number": "phone.toll_free",
        "contact_email": "email", "web_address": "url", "website_url": "url", "summary_of_services": "description",
        "service_description": "description", "program_description": "description", "wait": "wait_time",
        "waiting_time": "wait_time", "who_we_serve": "eligibility_description", "how_to_access": "application_process",
        "service_hours": "hours_text", "business_hours": "hours_text", "office_hours": "hours_text",
        "languages_available": "language.name", "service_area_description": "areas", "coverage_area": "areas",
        "counties": "areas", "transit": "location.transportation", "ada": "accessibility.description",
        # iCarol, in which most 211 centers keep their lists
        "resource_agency_num": "id", "public_name": "name", "parent_agency": "organization_name",
        "parent_agency_num": "parent_agency_num", "agency_description": "description", "agency_status": "status",
        "coverage_area_text": "areas", "coverage": "areas", "search_hints": "keywords",
        "fee_structure_source": "fees_description", "fee_structure": "fees_description",
        "documents_required": "required_document.document", "languages_offered": "language.name",
        "languages_offered_list": "language.name", "disabilities_access": "accessibility.description",
        "dissabilities_access": "accessibility.description", "bus_service_access": "location.transportation",
        "public_access_transportation": "location.transportation", "website_address": "url",
        "physical_location_description": "location.description", "email_address_main": "email",
        "normal_wait_time": "wait_time", "updated_on": "last_modified", "last_verified_on": "assured_date",
        "temporary_message": "alert", "taxonomy_term": "topics", "taxonomy_terms": "topics",
        "phone_fax": "phone.fax", "phone_tty": "phone.tty",
        "phone_toll_free": "phone.toll_free", "phone_number_hotline": "phone.hotline",
        "phone_number_business_line": "phone.business_line", "phone_number_after_hours": "phone.after_hours",
        "phone_number_out_of_area": "phone.out_of_area",
    },
    "location": {"location_address": "address.full", "confidential": "confidential", "url": "url"},
    "address": {
        "address": "address_1", "street": "address_1", "street_address": "address_1", "line_1": "address_1",
        "address_line_1": "address_1", "address_line1": "address_1", "line1": "address_1", "street_1": "address_1",
        "address_line_2": "address_2", "address_line2": "address_2", "line2": "address_2", "street_2": "address_2",
        "address1": "address_1", "address2": "address_2", "state": "state_province", "zip": "postal_code",
        "zip_code": "postal_code", "zipcode": "postal_code", "zip5": "postal_code", "postcode": "postal_code",
    },
    "phone": {"phone": "number", "phone_number": "number", "ext": "extension", "department": "department"},
    "schedule": {
        "day": "weekday", "opens": "opens_at", "closes": "closes_at", "open": "opens_at", "close": "closes_at",
        "start_time": "opens_at", "end_time": "closes_at",
    },
    "language": {"language": "name"},
    "eligibility": {"description": "eligibility"},
    "attribute": {"taxonomy_id": "taxonomy_term_id", "taxonomy_detail": "detail"},
    "taxonomy_term": {"vocabulary": "taxonomy", "term": "name"},
    "cost_option": {"fee": "option"}, "program": {}, "required_document": {"name": "document"},
}  # fmt: skip
# Columns whose name in HSDS begins with the name of their own table: the beginning is part of the name.
AS_THEY_ARE = {
    "address": ("address_1", "address_2", "address_3", "address_4", "address_type"),
    "location": ("location_type",),
    "schedule": ("schedule_link",),
}
# Tables of addresses to which letters go; nobody can walk there.
POSTAL = ("postal_addresses", "postal_address", "mail_addresses")
# Columns of a service, organization or location in a spreadsheet that belong to its address or phone.
WIDE = {
    "address": "address.address_1", "street": "address.address_1", "street_address": "address.address_1",
    "address_1": "address.address_1", "address1": "address.address_1", "address_line_1": "address.address_1",
    "street_address_1": "address.address_1", "physical_address": "address.address_1", "address_2": "address.address_2",
    "address2": "address.address_2", "address_line_2": "address.address_2", "street_address_2": "address.address_2",
    "city": "address.city", "town": "address.city", "state": "address.state_province",
    "state_province": "address.state_province", "zip": "address.postal_code", "zip_code": "address.postal_code",
    "zipcode": "address.postal_code", "postal_code": "address.postal_code", "full_address": "address.full",
    "location_address": "address.full", "phone": "phone.number", "phones": "phone.number",
    "phone_number": "phone.number", "telephone": "phone.number", "phone_numbers": "phone.number",
    "main_phone": "phone.number", "telephone_number": "phone.number", "contact_phone": "phone.number",
}  # fmt: skip
_AROUND = re.compile(r"^(physical|site|location|mailing|mail|postal)_(.+)$")
_LETTERS = ("mailing", "mail", "postal")
_ONE_OF_MANY = re.compile(r"^phone_?(\d)(?:_(number|name|description|type|extension|ext))?$")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def normal(name: str) -> str:
    return re.sub(r"\W+", "_", name.strip().lower()).strip("_")


def table_named(name: str) -> str | None:
    """Our name of a table: `regular_schedules.csv` is a schedule."""
    bare = normal(re.sub(r"\.(csv|tsv|jsonl?|ndjson|xlsx)$", "", name.strip(), flags=re.I))
    return _TABLE.get(bare)


def spaced(name: str) -> str:
    """PhysicalAddress1 as physical_address1."""
    return normal(_CAMEL.sub("_", name.strip()))


def column_named(table: str, column: str) -> str | None:
    """Our name of a column, `column` or `table.column`; None where we know none."""
    return _named(table, normal(column)) or _named(table, spaced(column))


def _named(table: str, bare: str) -> str | None:
    own = COLUMNS.get(table, {})
    if bare in AS_THEY_ARE.get(table, ()):
        return bare
    short = bare.removeprefix(f"{table}_")
    if table == "service" and bare in ("service_uuid", "service_id"):
        return "id"
    if table in ("organization", "location") and bare in (f"{table}_uuid", f"{table}_id"):
        return "id"
    for name in dict.fromkeys((bare, short)):
        if name in own:
            return own[name]
        if table in ("service", "organization", "location") and (wide := _wide(name)):
            return wide
        if name in COLUMNS["*"]:
            shared = COLUMNS["*"][name]
            return own.get(shared, shared)
    return short if short != bare else None


def _wide(name: str) -> str | None:
    """A column of an address or a phone in a table of something else: `mailing_city` is `mail.city`."""
    if name in WIDE:
        return WIDE[name]
    if match := _ONE_OF_MANY.match(name):
        what = {"name": "description", "ext": "extension"}.get(match[2] or "number", match[2] or "number")
        return f"phone{match[1]}.{what}"
    if match := _AROUND.match(name):
        inner = WIDE.get(match[2]) or WIDE.get(re.sub(r"(?<=[a-z])(?=\d)", "_", match[2]))
        if inner and inner.startswith("address."):
            return inner.replace("address.", "mail.", 1) if match[1] in _LETTERS else inner
    return None
