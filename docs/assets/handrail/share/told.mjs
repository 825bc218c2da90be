// What is said about a link that came: what is wrong with it, how old it is, what it names that is not here any more.

import { el } from "../plan/element.mjs";
import { today } from "../today.mjs";
import { date, month, n, t } from "../words.mjs";
import { monthOf } from "./choices.mjs";

/** Why nothing was opened, for a problem of `decode`. */
export function wrong(problem) {
  switch (problem) {
    case "long":
      return t("This link is too long to be one of ours. Nothing was opened.");
    case "version":
      return t("This link was made by another version of this site. Nothing was opened. Ask who sent it for a new one.");
    default:
      return t("This link is damaged: a part is missing or was changed. Nothing was opened. Ask who sent it to send it again.");
  }
}

/** How old a link that was opened is, its mark first. */
export function age(found, data) {
  const isOld = found.oldAfter !== null && found.oldAfter < today();
  const isOtherYear = found.made.slice(0, 4) !== monthOf(data).slice(0, 4);
  return [
    isOld
      ? el(
          "p",
          { role: "alert" },
          el("strong", null, t("This link is old: it was marked as good until %(date)s.", { date: date(found.oldAfter) })),
          " ",
          t("Ask who sent it for a new one.")
        )
      : null,
    el(
      "p",
      { role: "status" },
      t("This plan came with a link. It was made with what we knew in %(month)s.", { month: month(found.made + "-01") })
    ),
    isOtherYear ? el("p", null, t("Steps, papers and limits may be other ones now. You see those of today.")) : null
  ];
}

/** What a link names that is not here any more, or is something else now. */
export function lines(found, data) {
  const idsOf = (what) => found.missing.filter((one) => one.what === what).map((one) => one.id);
  const [services, needs] = [idsOf("service").length, idsOf("need").length];
  const name = (id) => ({ name: data.services[id].name });
  return [
    services
      ? n(
          "%(count)s service of this link is not on this site any more.",
          "%(count)s services of this link are not on this site any more.",
          services
        )
      : null,
    needs
      ? n(
          "%(count)s need of this link is not on this site any more.",
          "%(count)s needs of this link are not on this site any more.",
          needs
        )
      : null
  ]
    .concat(
      idsOf("changed").map((id) =>
        t("The steps of %(name)s are other ones now. What the link says about its steps is left out.", name(id))
      ),
      idsOf("step").map((id) => t("%(name)s has fewer steps now. What the link says about the others is left out.", name(id)))
    )
    .filter((line) => line !== null)
    .map((line) => el("p", null, line));
}
