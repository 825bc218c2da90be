"""The closed vocabulary of eligibility rules: the shape of every condition.

A rule is a tree. Its inner nodes are `all`, `any`, `not`, `anyone`, `count` and `maybe`; its leaves are conditions.
In YAML and in JSON a node is a mapping with exactly one key: the word of the node.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

STATUSES = ("citizen", "permanent-resident", "refugee-or-asylee", "cuban-haitian-or-cofa", "other-or-none")
RELATIONS = ("self", "spouse", "partner", "child", "grandchild", "parent", "other-relative", "not-related")
INCOME_KINDS = (
    "wages",
    "self-employment",
    "social-security",
    "ssdi",
    "ssi",
    "survivors",
    "unemployment",
    "child-support",
    "pension",
    "interest",
    "tanf",
    "veterans",
    "other",
)
PERIODS = ("hour", "week", "two-weeks", "half-month", "month", "year")
EXPENSE_KINDS = ("rent", "mortgage", "heating", "electricity", "phone", "child-care", "medical", "child-support-paid")
SITUATIONS = (
    "homeless",
    "eviction-notice",
    "shut-off-notice",
    "fleeing-abuse",
    "lost-job",
    "new-baby",
    "leaving-hospital",
    "coming-home-from-jail",
    "disaster",
    "newcomer",
)

Status = Literal[STATUSES]  # type: ignore[valid-type]
Relation = Literal[RELATIONS]  # type: ignore[valid-type]
IncomeKind = Literal[INCOME_KINDS]  # type: ignore[valid-type]
Period = Literal[PERIODS]  # type: ignore[valid-type]
ExpenseKind = Literal[EXPENSE_KINDS]  # type: ignore[valid-type]
Situation = Literal[SITUATIONS]  # type: ignore[valid-type]
Unit = Literal["household", "food", "tax", "couple", "person"]
State = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
Amount = Annotated[float, Field(ge=0)]
FigureId = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
MonthDay = Annotated[str, Field(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")]


class Shape(BaseModel):
    """A frozen value that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Age(Shape):
    """Age in years: `from` is included, `under` is not."""

    from_: Annotated[int, Field(ge=0, le=120)] | FigureId | None = Field(None, alias="from")
    under: Annotated[int, Field(ge=0, le=120)] | FigureId | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Age:
        if self.from_ is None and self.under is None:
            raise ValueError("an age needs `from` (included) or `under` (not included)")
        return self


class Hours(Shape):
    """Hours of work a week."""

    from_: Annotated[float, Field(ge=0, le=168)] | None = Field(None, alias="from")
    under: Annotated[float, Field(ge=0, le=168)] | None = None


class Place(Shape):
    """Where the household lives; counties are written as in the answers, with their state."""

    states: tuple[State, ...] = ()  # one of these
    not_states: tuple[State, ...] = ()  # none of these
    counties: tuple[str, ...] = ()  # one of these, in one of the states


class Limit(Shape):
    """An income limit: a share of a yearly table, or an amount; numbers may be figures."""

    share: Amount | FigureId | None = None  # 1.85 or "wic-income-limit"; with `of`
    of: Literal["poverty-guideline", "state-median-income"] | None = None
    amount: Amount | FigureId | None = None  # dollars per `per`
    per: Literal["month", "year"] = "month"
    each_more: Amount | FigureId | None = None  # dollars for each person after the first

    @model_validator(mode="after")
    def _one_kind(self) -> Limit:
        if (self.share is None) == (self.amount is None):
            raise ValueError("a limit needs either `share` with `of`, or `amount`")
        if self.share is not None and self.of is None:
            raise ValueError("a share needs `of: poverty-guideline` or `of: state-median-income`")
        return self


class Deductions(Shape):
    """What comes off the income before it is compared; every amount is a month's."""

    earned_first: Amount | FigureId | None = None  # dollars of earnings left out (SSI: 65)
    earned_share: Amount | FigureId | None = None  # share of the rest of the earnings left out (SNAP: 0.2)
    general: Amount | FigureId | None = None  # dollars of any income left out first (SSI: 20)
    standard: Amount | FigureId | None = None  # by size and place (SNAP)
    child_care: bool = False  # child care paid
    child_support_paid: bool = False
    medical_over: Amount | None = None  # medical costs over this, of people 60 and over or disabled
    shelter_cap: Amount | FigureId | None = None  # shelter costs over half of what is left, up to this
    shelter_cap_lifted: bool = False  # no cap with somebody 60 and over or disabled in the unit


class Income(Shape):
    """Income of a unit at or under a limit.

    Up to `margin` over the limit is unknown, never a failure.
    """

    of: Unit = "household"
    at_most: Limit
    only: tuple[IncomeKind, ...] = ()  # count only these kinds (empty: all)
    but_not: tuple[IncomeKind, ...] = ()  # leave these kinds out
    deductions: Deductions | None = None
    unborn_count: bool = False  # babies expected make the unit larger
    new_limits: MonthDay = "01-01"  # the day of the year on which this program takes up a new yearly table
    rounding: Literal["none", "up", "nearest"] = "none"  # of the limit, in whole dollars
    week_factor: Annotated[float, Field(ge=4, le=4.5)] = 4.333333333333333  # weeks in a month, as the program counts
    at_least: Amount | None = None  # the unit must have some of this income: dollars a month
    margin: Annotated[float, Field(ge=0, le=1)] = 0.05


class Savings(Shape):
    """Savings and money in the bank at or under a limit (a number, or a figure)."""

    at_most: Amount | FigureId
    couple_at_most: Amount | FigureId | None = None  # instead, when the person has a spouse
    margin: Annotated[float, Field(ge=0, le=1)] = 0.05


class Expense(Shape):
    """The household pays for one of these itself."""

    any_of: tuple[ExpenseKind, ...]


class Receives(Shape):
    """Somebody already gets one of these programs, or will once they apply (doors open doors)."""

    any_of: tuple[str, ...] = Field(min_length=1)
    whose: Literal["anyone", "person"] = "anyone"


class SituationIs(Shape):
    """One of these is happening."""

    any_of: tuple[Situation, ...] = Field(min_length=1)


class Dates(Shape):
    """The rule holds from the first of these days up to and with the second."""

    from_: datetime.date | None = Field(None, alias="from")
    until: datetime.date | None = None


class FigureSays(Shape):
    """A yes-or-no figure of the place: `figure: {is_yes: school-meals-universal}`."""

    is_yes: FigureId | None = None
    is_no: FigureId | None = None
    offered: FigureId | None = None  # the figure has a limit here, not "not-offered"


class Count(Shape):
    """So many people for whom a rule of a person holds."""

    at_least: Annotated[int, Field(ge=1, le=30)] = 1  # so many people
    who: Rule  # what must hold for each of them


class Maybe(Shape):
    """Never more than `maybe`: the reason is shown to the family."""

    because: Annotated[str, Field(min_length=1, max_length=300)]  # a whole sentence, shown as it stands
    if_: Rule = Field(alias="if")  # where this fails, the whole fails


class Rule(Shape):
    """One node: exactly one of these words."""

    # inner nodes
    all: tuple[Rule, ...] | None = Field(None, min_length=1)  # every one of these holds
    any: tuple[Rule, ...] | None = Field(None, min_length=1)  # one of these is enough
    not_: Rule | None = Field(None, alias="not")  # this does not hold; what is not known stays not known
    anyone: Rule | None = None  # some person of the household
    count: Count | None = None
    maybe: Maybe | None = None
    # the person
    age: Age | None = None
    relation: tuple[Relation, ...] | None = None  # what the person is to the one who answers
    pregnant: bool | None = None  # is pregnant now
    gave_birth: Annotated[int, Field(ge=1, le=60)] | None = None  # within so many months
    breastfeeding: bool | None = None  # breastfeeds a baby
    disabled: bool | None = None  # has a disability that lasts a year or more
    blind: bool | None = None  # is blind, or nearly so
    student: bool | None = None  # half-time or more in college or training after high school
    veteran: bool | None = None  # served in the military
    foster: bool | None = None  # is in foster care now
    former_foster: bool | None = None  # was in foster care
    married: bool | None = None  # has a spouse in the household
    caretaker: Annotated[int, Field(ge=1, le=26)] | None = None  # of a child under this age, living along
    hours: Hours | None = None
    status: tuple[Status, ...] | None = None  # the person has one of these; anything else is never a no
    resident_years: Annotated[int, Field(ge=1, le=20)] | None = None  # a permanent resident for so long; never a no
    # the household
    place: Place | None = None
    income: Income | None = None
    savings: Savings | None = None
    expense: Expense | None = None
    receives: Receives | None = None
    situation: SituationIs | None = None
    # the program
    dates: Dates | None = None
    figure: FigureSays | None = None

    @model_validator(mode="before")
    @classmethod
    def _one_word(cls, value: Any) -> Any:
        if isinstance(value, dict) and len(value) != 1:
            raise ValueError(
                "each step of a rule is one condition: put every condition on its own line that starts with a dash"
            )
        if isinstance(value, dict) and None in value.values():
            raise ValueError(f"`{next(iter(value))}` has no value. Write what must hold behind it, or delete the line")
        return value

    @property
    def word(self) -> str:
        """The one word that this node uses, as written in YAML."""
        name = next(iter(self.model_fields_set))
        return type(self).model_fields[name].alias or name

    @property
    def value(self) -> Any:
        """What stands behind the word."""
        return getattr(self, next(iter(self.model_fields_set)))

    def to_json(self) -> dict[str, Any]:
        """The JSON form that both evaluators take: the YAML form, with unset fields left out."""
        return self.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)


Count.model_rebuild()
Maybe.model_rebuild()
Rule.model_rebuild()
