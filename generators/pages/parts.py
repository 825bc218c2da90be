"""What pages take from the layers above: the questionnaire, and each rule in words; worked out when a page asks."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ..languages import Language
from ..model import Records, reading
from ..questionnaire import check_data
from ..rules import has_income_test, limit_tables, names_in, say
from ..rules.export import common_data, rule_trees, ruled, translated_rule
from .fallback import BEGIN, END


class Each(Mapping[str, Any]):
    """Values by the id of a service, each made when it is asked for. Those that are not there cannot be listed."""

    def __init__(self, ids: Mapping[str, Any], make: Callable[[str], Any]) -> None:
        self.ids = ids
        self.make = make

    def __getitem__(self, key: str) -> Any:
        if key not in self.ids:
            raise KeyError(key)
        return self.make(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self.ids)

    def __len__(self) -> int:
        return len(self.ids)


class Parts(Mapping[str, Any]):
    """`check`: the data of the questionnaire; `said`: each rule in words; `sentences`: each in one line; `tables`: the
    income limits of each service that has some.
    """

    def __init__(self, records: Records, told: Language, today: datetime.date) -> None:
        self.records = records
        self.told = told
        self.today = today

    def __iter__(self) -> Iterator[str]:
        return iter(("check", "said", "sentences", "tables"))

    def __len__(self) -> int:
        return 4

    def __getitem__(self, name: str) -> Any:
        code, once = self.told.code, self.records.once
        if name == "check":
            return self.records.each(("check", code), lambda: check_data(self.records, self.told))
        services = self.services
        if name == "sentences":
            return Each(services, lambda key: services[key]["sentence"])
        if name == "said":
            return Each(services, lambda key: once(("said", code, self._first[key]), lambda: self._say(key)))
        if name == "tables":
            return Each(services, lambda key: once(("tables", code, self._first[key]), lambda: self._tables(key)))
        raise KeyError(name)

    def work_out(self) -> None:
        """Works out now what pages of the last build may depend on, so that it can be compared."""
        _ = self["check"], self.services, self._first, self._names

    @property
    def services(self) -> Mapping[str, Any]:
        """What the screening says of each service with a rule, in the order of doors."""
        day = self.today.isoformat()
        found: Mapping[str, Any] = self.records.each(
            ("services with rules", self.told.code, day),
            lambda: _ruled(self.records, self.told, self.today),
        )
        return found

    @property
    def _first(self) -> Mapping[str, str]:
        """For each service the first one that has an equal rule: such rules are one object."""

        def make() -> dict[str, str]:
            firsts: dict[int, str] = {}
            services = _ruled(self.records, self.told, self.today)
            return {key: firsts.setdefault(id(service["rule"]), key) for key, service in services.items()}

        found: Mapping[str, str] = self.records.each(("first with a rule", self.told.code), make)
        return found

    @property
    def _names(self) -> Mapping[str, str]:
        return names_in(self.records, self.told)

    def common(self) -> dict[str, Any]:
        """What the screening says of all."""
        with reading():  # none of it depends on services or organizations
            key = ("screening of all", self.told.code, self.today)
            found: dict[str, Any] = self.records.once(key, lambda: common_data(self.records, self.told, self.today))
        return found

    def _say(self, key: str) -> Any:
        return say(self._marked(key), self.told, self.common()["figures"], self.today, self._names)

    def _marked(self, key: str) -> Any:
        """The rule of a service; its own sentences that stand in English in another language are marked."""
        return translated_rule(
            self.records, self.told, key, rule_trees(self.records)[key], lambda text: BEGIN + text + END
        )

    def _tables(self, key: str) -> Any:
        """Worked out by trying every limit for every state and size, so they are kept from build to build."""
        lasting = self.records.lasting
        return lasting.made_of_objects(
            self.records, f"tables/{self.told.code}/{key}", lambda: self._worked_out_tables(key)
        )

    def _worked_out_tables(self, key: str) -> Any:
        if not has_income_test(self.services[key]["rule"]):
            return ()
        states = [choice.value for choice in self.records.questions["place"].choices]
        data = {**self.common(), "services": {key: {**self.services[key], "rule": self._marked(key)}}}
        return limit_tables(data, key, self.told, self.today, self._names, states)


def _ruled(records: Records, told: Language, today: datetime.date) -> dict[str, Any]:
    """What the screening says of services with a rule; worked out once."""
    found: dict[str, Any] = records.once(("ruled", told.code, today), lambda: ruled(records, told, today))
    return found
