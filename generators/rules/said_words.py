"""The words of `sentences.py`: what each condition asks for, as a line of a list."""

from __future__ import annotations

from ..languages import N_, NN_

FLAG_WORDS = {  # condition -> the line for yes, the line for no
    "pregnant": (N_("Pregnant"), N_("Not pregnant")),
    "breastfeeding": (N_("Breastfeeding"), N_("Not breastfeeding")),
    "disabled": (N_("Has a disability"), N_("Has no disability")),
    "blind": (N_("Blind"), N_("Not blind")),
    "student": (
        N_("In college or training, half-time or more"),
        N_("Not in college or training half-time or more"),
    ),
    "veteran": (N_("Served in the military"), N_("Did not serve in the military")),
    "foster": (N_("In foster care"), N_("Not in foster care")),
    "former_foster": (N_("Was in foster care"), N_("Was not in foster care")),
    "married": (N_("Has a husband or wife in the home"), N_("Has no husband or wife in the home")),
}

WORDS = {
    "all": N_("All of these:"),
    "any": N_("One of these is enough:"),
    "not": N_("This is not so:"),
    "anyone": N_("Someone in your home:"),
    "maybe": N_("Perhaps. %(because)s Ask, if this is so:"),
    "age-from": N_("%(age)s or older"),
    "age-under": N_("Younger than %(age)s"),
    "age-both": N_("%(from)s or older, and younger than %(under)s"),
    "age-by-state": N_("Of an age that each state sets"),
    "relation": N_("In the home, the person is %(things)s"),
    "situation": N_("This is happening: %(things)s"),
    "caretaker": N_("Takes care of a child younger than %(age)s at home"),
    "hours-from": N_("Works %(hours)s hours a week or more"),
    "hours-none": N_("Does not work for pay now"),
    "hours-under": N_("Works fewer than %(hours)s hours a week"),
    "status": N_("Has citizenship or a status that the program takes (ask, if you are not sure)"),
    "resident-years": N_("Has had a green card for %(years)s years or more"),
    "place": N_("Lives in %(places)s"),
    "place-not": N_("Does not live in %(places)s"),
    "more": N_("and more"),
    "and": N_("%(first)s and %(last)s"),
    "income-from": N_("%(what)s (from %(kinds)s)"),
    "income-family": N_("Your income"),
    "income-family-net": N_("Your income after deductions"),
    "income-couple": N_("The income of the person and a husband or wife"),
    "income-couple-net": N_("The income of the person and a husband or wife, after deductions,"),
    "income-person": N_("The person's own income"),
    "income-person-net": N_("The person's own income after deductions"),
    "income-by-state": N_("%(what)s is at or under the limit of your state"),
    "poverty-guideline": N_("%(share)s of the poverty guideline"),
    "state-median-income": N_("%(share)s of the state median income"),
    "savings": N_("Savings at or under %(limit)s"),
    "savings-by-state": N_("Savings at or under the limit of your state"),
    "expense": N_("Pays for %(things)s"),
    "receives": N_("Gets, or can get, %(programs)s"),
    "dates-from": N_("From %(date)s on"),
    "dates-until": N_("Until %(date)s"),
    "figure-yes": N_("Yes where you live: %(name)s"),
    "figure-no": N_("Not so where you live: %(name)s"),
}

COUNTED_WORDS = {
    "count": NN_("At least %(count)s person in your home:", "At least %(count)s people in your home:"),
    "gave-birth": NN_("Gave birth in the last %(count)s month", "Gave birth in the last %(count)s months"),
    "income-share": NN_(
        "%(what)s is at or under %(share)s (for %(count)s person: %(limit)s a month%(until)s)",
        "%(what)s is at or under %(share)s (for %(count)s people: %(limit)s a month%(until)s)",
    ),
    "income-amount": NN_(
        "%(what)s is at or under %(limit)s a month for %(count)s person%(until)s",
        "%(what)s is at or under %(limit)s a month for %(count)s people%(until)s",
    ),
}
