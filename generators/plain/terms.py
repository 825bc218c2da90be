"""Words of offices that have no easier one, each with its place in the glossary, `docs/guides/words.md`."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

# Where the glossary tells of it: what English and Spanish texts say. A word with a capital is found only as it stands.
TERMS: dict[str, tuple[str, str]] = {
    "activities-of-daily-living": ("activities of daily living, ADLs", "actividades de la vida diaria"),
    "advance-directive": ("advance directive, living will", "directiva anticipada"),
    "affidavit": ("affidavit", "declaración jurada"),
    "appeal": ("appeal", "apelación, apelar"),
    "area-agency-on-aging": ("Area Agency on Aging", "agencia local para personas mayores"),
    "area-median-income": ("area median income", "ingreso medio del área"),
    "arrears": ("arrears, back rent", "atrasos"),
    "assets": ("assets, asset", "bienes"),
    "assisted-living": ("assisted living", "residencia con ayuda"),
    "asylum": ("asylum", "asilo"),
    "authorized-representative": ("authorized representative", "representante autorizado"),
    "award-letter": ("award letter, approval letter", "carta de aprobación"),
    "back-pay": ("back pay", "pago atrasado"),
    "bail": ("bail", "fianza de la corte"),
    "caseworker": ("caseworker, case manager", "trabajador de casos, administrador de casos"),
    "cash-assistance": ("cash assistance", "asistencia en efectivo"),
    "charity-care": ("charity care, financial assistance", "charity care, asistencia financiera"),
    "child-welfare": ("child welfare, CPS", "protección de menores"),
    "coinsurance": ("coinsurance", "coseguro"),
    "confidential": ("confidential", "confidencial"),
    "coordinated-entry": ("coordinated entry", "entrada coordinada"),
    "copay": ("copay, copayment", "copago"),
    "custody": ("custody", "custodia"),
    "dd214": ("DD214", "DD214"),
    "deductible": ("deductible", "deducible"),
    "deduction": ("deduction", "deducción"),
    "denial": ("denial", "negación"),
    "dependent": ("dependent", "dependiente"),
    "detox": ("detox", "desintoxicación"),
    "developmental-disability": ("developmental disability", "discapacidad del desarrollo"),
    "direct-deposit": ("direct deposit", "depósito directo"),
    "discharge-planner": ("discharge planner", "planificador de alta"),
    "due-process": ("due process", "debido proceso"),
    "durable-medical-equipment": ("durable medical equipment, DME", "equipo médico duradero"),
    "early-intervention": ("early intervention", "intervención temprana"),
    "eitc": ("EITC, Earned Income Tax Credit", "EITC, crédito por ingreso del trabajo"),
    "ebt-card": ("EBT", "EBT"),
    "eligible": ("eligible", "elegible"),
    "estate-recovery": ("estate recovery", "recuperación del patrimonio"),
    "eviction": ("eviction", "desalojo"),
    "evidence": ("evidence", "evidencia"),
    "expedited": ("expedited", "acelerado"),
    "explanation-of-benefits": ("explanation of benefits, EOB", "explicación de beneficios"),
    "expungement": ("expungement, record sealing", "borrar o sellar antecedentes"),
    "external-review": ("external review", "revisión externa"),
    "extra-help": ("Extra Help", "Ayuda Adicional"),
    "fafsa": ("FAFSA", "FAFSA"),
    "fair-hearing": ("fair hearing", "audiencia imparcial"),
    "family-leave": ("family leave, FMLA", "licencia familiar, FMLA"),
    "felony": ("felony", "delito grave, felonía"),
    "fema": ("FEMA", "FEMA"),
    "foreclosure": ("foreclosure", "ejecución hipotecaria"),
    "formulary": ("formulary", "lista de medicinas del plan"),
    "foster-care": ("foster care", "cuidado de crianza, crianza temporal"),
    "garnishment": ("garnishment", "embargo de sueldo"),
    "ged": ("GED", "GED"),
    "good-cause": ("good cause", "motivo justificado"),
    "green-card": ("green card", "tarjeta de residente"),
    "grievance": ("grievance", "queja formal"),
    "gross-income": ("gross income", "ingreso bruto"),
    "guardian": ("guardian", "tutor legal, tutor"),
    "head-start": ("Head Start", "Head Start"),
    "hearing": ("hearing", "audiencia"),
    "hipaa": ("HIPAA", "HIPAA"),
    "hospice": ("hospice", "hospicio"),
    "household": ("household", "hogar"),
    "housing-authority": ("housing authority", "autoridad de vivienda"),
    "housing-voucher": ("housing voucher, voucher, Section 8", "vale de vivienda, Sección 8"),
    "hud": ("HUD", "HUD"),
    "iep": ("IEP", "IEP"),
    "ifsp": ("IFSP", "IFSP"),
    "inpatient": ("inpatient", "paciente internado"),
    "intake": ("intake", "primera entrevista"),
    "itemized-bill": ("itemized bill", "cuenta detallada"),
    "itin": ("ITIN", "ITIN"),
    "kinship-care": ("kinship care, kinship", "cuidado por familiares"),
    "legal-aid": ("legal aid", "ayuda legal"),
    "lien": ("lien", "gravamen"),
    "liheap": ("LIHEAP", "LIHEAP"),
    "long-term-care": ("long-term care", "cuidado a largo plazo"),
    "mandated-reporter": ("mandated reporter", "quien tiene que informar por ley"),
    "marketplace": ("Marketplace, marketplace", "Mercado de seguros"),
    "mckinney-vento": ("McKinney-Vento, homeless liaison", "McKinney-Vento, enlace escolar"),
    "mediation": ("mediation", "mediación"),
    "medicaid": ("Medicaid", "Medicaid"),
    "medically-necessary": ("medically necessary", "médicamente necesario"),
    "medicare": ("Medicare", "Medicare"),
    "medicare-savings-program": ("Medicare Savings Program", "Programa de Ahorros de Medicare"),
    "naturalization": ("naturalization", "naturalización"),
    "notario": ("notario, notary", "notario"),
    "nursing-home": ("nursing home", "asilo de ancianos"),
    "observation": ("under observation, observation status", "en observación"),
    "ombudsman": ("ombudsman", "ombudsman, defensor de residentes"),
    "open-enrollment": ("open enrollment", "inscripción abierta"),
    "out-of-pocket": ("out-of-pocket", "de su bolsillo"),
    "overpayment": ("overpayment", "pago de más"),
    "pace": ("PACE", "PACE"),
    "palliative-care": ("palliative care", "cuidados paliativos"),
    "paratransit": ("paratransit", "paratránsito"),
    "parole": ("parole", "parole"),
    "paternity": ("paternity", "paternidad"),
    "pay-stub": ("pay stub", "talón de pago"),
    "payday-loan": ("payday loan", "préstamo de día de pago"),
    "pell-grant": ("Pell Grant", "beca Pell"),
    "poverty-guideline": ("poverty guideline, poverty level, federal poverty level", "nivel de pobreza"),
    "power-of-attorney": ("power of attorney", "poder legal"),
    "premium": ("premium", "prima mensual"),
    "prior-authorization": ("prior authorization", "autorización previa"),
    "pro-bono": ("pro bono", "pro bono"),
    "probation": ("probation", "libertad condicional"),
    "protection-and-advocacy": ("protection and advocacy", "protección y defensa"),
    "public-charge": ("public charge", "carga pública"),
    "public-defender": ("public defender", "defensor público"),
    "public-housing": ("public housing", "vivienda pública"),
    "rapid-rehousing": ("rapid re-housing", "realojo rápido"),
    "reasonable-accommodation": ("reasonable accommodation", "ajuste razonable"),
    "recertification": ("recertification, recertify", "recertificación"),
    "reconsideration": ("reconsideration", "reconsideración"),
    "reentry": ("reentry, re-entry", "reentry"),
    "referral": ("referral", "remisión"),
    "refugee": ("refugee", "refugiado, refugiada"),
    "relay-service": ("relay service, TTY", "servicio de retransmisión, TTY"),
    "release-of-information": ("release of information", "permiso para compartir información"),
    "representative-payee": ("representative payee", "representante de pagos"),
    "respite-care": ("respite care, respite", "relevo, respiro"),
    "sanction": ("sanction", "sanción"),
    "security-deposit": ("security deposit", "depósito de renta"),
    "service-connected": ("service-connected", "relacionado con el servicio militar"),
    "ship": ("SHIP", "SHIP"),
    "shut-off-notice": ("shut-off notice", "aviso de corte"),
    "sliding-fee": ("sliding fee, sliding scale", "tarifa según el ingreso"),
    "snap": ("SNAP", "SNAP"),
    "special-education": ("special education", "educación especial"),
    "special-enrollment": ("special enrollment", "inscripción especial"),
    "spend-down": ("spend-down", "spend-down"),
    "sponsor": ("sponsor", "patrocinador"),
    "ssdi": ("SSDI", "SSDI"),
    "ssi": ("SSI", "SSI"),
    "subsidy": ("subsidy, subsidized", "subsidio"),
    "supportive-housing": ("supportive housing", "vivienda con apoyo"),
    "surprise-bill": ("surprise bill", "cuenta inesperada"),
    "tanf": ("TANF", "TANF"),
    "telehealth": ("telehealth", "telesalud"),
    "transitional-housing": ("transitional housing", "vivienda de transición"),
    "uscis": ("USCIS", "USCIS"),
    "vita": ("VITA", "VITA"),
    "vocational-rehabilitation": ("vocational rehabilitation", "rehabilitación vocacional"),
    "waiver": ("waiver", "exención"),
    "weatherization": ("weatherization", "climatización de la casa"),
    "wic": ("WIC", "WIC"),
    "work-requirement": ("work requirement", "requisito de trabajo"),
    "workers-compensation": ("workers' compensation, workers’ compensation", "compensación al trabajador"),
}  # fmt: skip
_CODES = ("en", "es")
_AROUND = '.,;:!?¿¡()"“”/'  # what stands around words


class Found(NamedTuple):
    """A word of offices in a text: where the glossary tells of it, and from where to where it stands."""

    anchor: str
    start: int
    end: int


def terms_in(text: str, code: str) -> list[Found]:
    """The words of offices in a text, in their order, each as often as it stands; none in other languages."""
    known = _by_first_word(code)
    found: list[Found] = []
    words = text
    for sign in _AROUND:  # three times as quick as `translate` where letters have accents
        words = words.replace(sign, " ")
    for first in known.keys() & words.split():
        at = text.find(first)
        while at != -1:
            if at == 0 or not _is_of_word(text[at - 1]):
                found += _longest(text, at, known[first])
            at = text.find(first, at + 1)
    past = 0
    apart = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start >= past:
            apart.append(one)
            past = one.end
    return apart


def _longest(text: str, at: int, phrases: list[tuple[str, str]]) -> list[Found]:
    """The longest of the phrases that stands here, if any."""
    for phrase, anchor in phrases:
        end = at + len(phrase)
        said = text[at:end]
        if (said == phrase or said.lower() == phrase) and (end == len(text) or not _is_of_word(text[end])):
            return [Found(anchor, at, end)]
    return []


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or letter in "-_'’"


@cache
def _by_first_word(code: str) -> dict[str, list[tuple[str, str]]]:
    """The phrases by their first word, small or with a capital, the longest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    if code in _CODES:
        for anchor, said in TERMS.items():
            for phrase in said[_CODES.index(code)].split(", "):
                for form in {phrase, _plural(phrase, code)}:
                    first = form.split()[0]
                    for begun in {first, first[0].upper() + first[1:] if form == form.lower() else first}:
                        found.setdefault(begun, []).append((form, anchor))
    return {first: sorted(phrases, key=lambda one: -len(one[0])) for first, phrases in found.items()}


def _plural(phrase: str, code: str) -> str:
    if phrase != phrase.lower() or phrase.endswith("s"):
        return phrase
    if code == "en":
        return f"{phrase[:-1]}ies" if re.search(r"[^aeiou]y$", phrase) else f"{phrase}s"
    if phrase.endswith("ión"):
        return f"{phrase[:-3]}iones"
    first, _, rest = phrase.partition(" ")  # "vales de vivienda"
    return f"{first}{'s' if first[-1] in 'aeiouáéó' else 'es'}{' ' if rest else ''}{rest}"
