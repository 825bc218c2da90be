// The plan as one file: a page without scripts that asks the network for nothing, in two languages.

import { el } from "../plan/element.mjs";
import { date, t } from "../words.mjs";
import { N_, said, short } from "./both.mjs";
import { dates, papers, phones } from "./file-lists.mjs";
import { log, team } from "./file-people.mjs";
import { services } from "./file-services.mjs";
import { STYLE } from "./file-style.mjs";

// Even a mistake in this file could not make a request or run a script.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * The text of the file. `about` holds plan, order (ids), own and english (the plan's data in both languages), today,
 * language and dir of the family, link (the plan as a link, or null). It is built as a document and written out by the
 * browser, so that no text of anybody is ever read as markup.
 */
export function planFile(about) {
  const page = document.implementation.createHTMLDocument(t("My plan"));
  const root = page.documentElement;
  root.setAttribute("lang", about.language);
  root.setAttribute("dir", about.dir || "ltr");
  const head = [
    el("meta", { charset: "utf-8" }),
    el("meta", { "http-equiv": "Content-Security-Policy", content: POLICY }),
    el("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    el("meta", { name: "referrer", content: "no-referrer" })
  ];
  head.reverse().forEach((meta) => page.head.insertBefore(meta, page.head.firstChild));
  page.body.appendChild(el("main", null, body(about)));
  // The style is put in last: our own page forbids styles inside it, and the document that is built is bound by that too.
  return "<!doctype html>\n" + root.outerHTML.replace("</head>", () => "<style>" + STYLE + "</style></head>") + "\n";
}

function body(about) {
  const plan = about.plan;
  return [
    el("h1", null, said(N_("My plan"))),
    el("p", null, both(about, N_("Made on %(date)s."), about.today)),
    plan.note ? note(plan) : null,
    goals(about),
    services(about),
    papers(about),
    dates(about),
    phones(about),
    team(plan),
    log(about),
    about.link ? el("p", { class: "again" }, el("a", { href: about.link }, said(N_("Open this plan on the site again")))) : null,
    el(
      "p",
      { class: "foot" },
      said(
        N_("%(name)s is run by %(run_by)s. It is not the government, and this is not legal advice. Only the agency decides who gets help."),
        about.own.site,
        about.english.site
      )
    )
  ];
}

/** Words with a day in them. */
const both = (about, text, day) => said(text, { date: date(day) }, { date: date(day, "en") });

/** What a sender wrote is never shown as our words. */
function note(plan) {
  return el("blockquote", null, el("p", null, said(N_("A note from the person who sent this plan:"))), el("p", null, plan.note));
}

function goals(about) {
  const plan = about.plan;
  const rows = [
    [N_("Soon, in the next weeks"), plan.goal],
    [N_("Later, in a year or more"), plan.later]
  ].filter((row) => row[1]);
  const review = plan.review ? el("p", null, both(about, N_("We look at this plan again on %(date)s."), plan.review)) : null;
  return rows.length || review
    ? el(
        "section",
        null,
        el("h2", null, said(N_("What we want to change"))),
        rows.map((row) => el("p", null, short(row[0]), ": ", el("strong", null, row[1]))),
        review
      )
    : null;
}
