"""The tables and columns of HSDS, and the field in which each column has to arrive.

The columns are those of the published schemas (HSDS 1.2: the tables of its API; 2: its schedules and taxonomy terms
with the addresses of 1.2; 3: the data package), written down here once more, without a look at the importer.
"""

from __future__ import annotations

# table -> columns; an owner's column stands last, one row is made for each owner
ORGANIZATION = "id name alternate_name description email tax_status tax_id year_incorporated legal_status"
SERVICE = "id name alternate_name description url email status interpretation_services application_process wait_time"
PLACE = "id name alternate_name description transportation latitude longitude"
ADDRESS_1 = "id attention address_1 address_2 address_3 address_4 city region state_province postal_code country"
COMMON = {
    "funding": "id source | service organization",
    "contact": "id name title department email | service organization service_at_location",
    "metadata": "id resource_type last_action_date last_action_type field_name previous_value replacement_value "
    "updated_by | resource",
    "required_document": "id document | service",
}
HSDS_1 = COMMON | {
    "organization": f"{ORGANIZATION} url",
    "program": "id name alternate_name | organization",
    "service": f"{SERVICE} fees accreditations licenses | organization program",
    "location": f"{PLACE} | organization",
    "services_at_location": "id description",
    "phone": "id number extension type department language description | service location organization contact "
    "service_at_location",
    "physical_address": f"{ADDRESS_1} | location",
    "postal_address": f"{ADDRESS_1} | location",
    "regular_schedule": "id weekday opens_at closes_at | service location service_at_location",
    "holiday_schedule": "id closed opens_at closes_at start_date end_date | service location service_at_location",
    "eligibility": "id eligibility | service",
    "fee": "id fee | service",
    "service_area": "id service_area description | service",
    "payment_accepted": "id payment | service",
    "interpretation_services": "id language | service",
    "language": "id language | service location",
    "accessibility_for_disabilities": "id accessibility details | location",
    "taxonomy": "id name parent_name vocabulary",
    "service_taxonomy": "id taxonomy_detail | service taxonomy",
}
SCHEDULE = (
    "id valid_from valid_to dtstart timezone count wkst freq byday description opens_at closes_at schedule_link "
    "attending_type notes | service location service_at_location"
)
HSDS_2 = COMMON | {  # its rows of eligibility say nothing themselves: terms are tied to them
    "organization": f"{ORGANIZATION} url",
    "program": HSDS_1["program"],
    "service": f"{SERVICE} fees accreditations licenses | organization program",
    "location": HSDS_1["location"],
    "service_at_location": "id description",
    "phone": HSDS_1["phone"],
    "physical_address": f"{ADDRESS_1} | location",
    "postal_address": f"{ADDRESS_1} | location",
    "schedule": SCHEDULE.replace(" attending_type notes", "").replace(" schedule_link", ""),
    "eligibility": "id | service",
    "service_area": "id service_area description | service",
    "payment_accepted": "id payment | service",
    "language": HSDS_1["language"],
    "accessibility_for_disabilities": HSDS_1["accessibility_for_disabilities"],
    "taxonomy_term": "id term description parent_id taxonomy language",
    "service_attribute": "id | service taxonomy_term",
    "other_attribute": "id link_type | link taxonomy_term",
}
HSDS_3 = COMMON | {
    "organization": f"{ORGANIZATION} website logo uri",
    "program": "id name alternate_name description | organization",
    "service": f"{SERVICE} fees_description fees accreditations eligibility_description minimum_age maximum_age "
    "assured_date assurer_email licenses alert last_modified | organization program",
    "location": f"{PLACE} location_type url external_identifier external_identifier_type | organization",
    "service_at_location": "id description",
    "phone": "id number extension type description | service location organization contact service_at_location",
    "contact": COMMON["contact"] + " location",
    "address": "id attention address_1 address_2 city region state_province postal_code country address_type "
    "| location",
    "schedule": SCHEDULE,
    "service_area": "id name description extent extent_type uri | service",
    "required_document": "id document uri | service",
    "language": "id name code note | service location phone",
    "accessibility": "id description details url | location",
    "cost_option": "id valid_from valid_to option currency amount amount_description | service",
    "taxonomy": "id name description uri version",
    "taxonomy_term": "id code name description language term_uri | taxonomy",
    "attribute": "id link_type link_entity value label | link taxonomy_term",
    "organization_identifier": "id identifier_scheme identifier_type identifier | organization",
    "url": "id label url | service organization",
    "unit": "id name scheme identifier uri",
    "service_capacity": "id available maximum description updated | service unit",
}
HSDS_UK = {  # Open Referral UK 1
    **{table: columns for table, columns in HSDS_2.items() if "attribute" not in table},
    "service": f"{SERVICE} fees accreditations deliverable_type attending_access attending_type assured_date "
    "| organization",
    "eligibility": "id eligibility minimum_age maximum_age | service",
    "cost_option": "id valid_from valid_to option amount amount_description | service",
    "service_area": "id service_area extent uri | service",
    "taxonomy": "id name vocabulary",
    "link_taxonomy": "id link_type | link taxonomy",
}
del HSDS_UK["taxonomy_term"]
DIALECTS = {"1": HSDS_1, "2": HSDS_2, "UK": HSDS_UK, "3": HSDS_3}

EXTRA = "imported.extra"  # kept for people to look at, on no page
AT = "locations[]"
# table.column -> fields of the service in which its text may stand; a table's owner decides between service,
# organization and door below. What is not here is only kept.
FITS = {
    "organization.name": "name", "organization.alternate_name": "also_called[]",
    "organization.description": "summary description", "organization.email": "email", "organization.url": "website",
    "organization.website": "website",
    "service.name": "name", "service.alternate_name": "also_called[]", "service.description": "summary description",
    "service.url": "website", "service.email": "email", "service.interpretation_services": "languages",
    "service.application_process": "steps[].do", "service.wait_time": "takes",
    "service.fees": f"cost {EXTRA}", "service.fees_description": "cost", "service.eligibility_description": "who_for",
    "service.minimum_age": "rule.age.from", "service.maximum_age": "rule.age.under", "service.alert": "description",
    "location.name": f"{AT}.name", "location.transportation": f"{AT}.directions",
    "location.latitude": f"{AT}.latitude", "location.longitude": f"{AT}.longitude",
    "address.address_1": f"{AT}.street", "address.address_2": f"{AT}.street", "address.address_3": f"{AT}.street",
    "address.address_4": f"{AT}.street", "address.city": f"{AT}.city", "address.state_province": f"{AT}.state",
    "address.postal_code": f"{AT}.zip",
    "phone.number": "phones[].number", "phone.extension": "phones[].number", "phone.description": "phones[].label",
    "schedule.weekday": "schedule.open[].days[]", "schedule.byday": "schedule.open[].days[]",
    "schedule.opens_at": "schedule.open[].opens", "schedule.closes_at": "schedule.open[].closes",
    "schedule.valid_from": "schedule.open[].since", "schedule.valid_to": "schedule.open[].until",
    "schedule.notes": "schedule.open[].note", "schedule.description": f"hours {EXTRA}",
    "holiday.opens_at": "schedule.changes[].opens", "holiday.closes_at": "schedule.changes[].closes",
    "holiday.start_date": "schedule.changes[].date", "holiday.end_date": "schedule.changes[].until",
    "eligibility.eligibility": "who_for", "fee.fee": "cost",
    "cost_option.option": "cost", "cost_option.amount": "cost", "cost_option.currency": "cost",
    "cost_option.amount_description": "cost",
    "service_area.service_area": "serves.note", "service_area.name": "serves.note",
    "required_document.document": "bring_note",
    "language.language": "languages", "language.name": "languages", "interpretation_services.language": "languages",
    "accessibility.accessibility": f"{AT}.accessibility", "accessibility.description": f"{AT}.accessibility",
    "accessibility.details": f"{AT}.accessibility",
}  # fmt: skip
SAME = {"physical_address": "address", "regular_schedule": "schedule", "holiday_schedule": "holiday",
        "accessibility_for_disabilities": "accessibility"}  # fmt: skip
DOOR = ("location", "service_at_location")  # what belongs to one door of a service, not to the service
OF_DOOR = ("phone", "schedule", "holiday", "accessibility")  # tables that a door has fields for
OF_ORGANIZATION = ("phone",)
SAYS_NOTHING_NEW = ("country", "address_type", "location_type", "closed", "freq", "status", "type")
