// Who helps: a list that the family writes itself, and how to let somebody speak or hear for them.

import { plainDigits } from "../check/digits.mjs";
import { LONGEST, MOST_PEOPLE } from "../plan-shape.mjs";
import { t } from "../words.mjs";
import { button, choice, el, outsideLink, phoneLink, tick } from "./element.mjs";
import { folded } from "./folded.mjs";
import { table } from "./table.mjs";

const KEY = "team";
const EMPTY_LINES = 4; // to write on where nobody is named yet

const roles = () => [
  ["worker", t("Case worker")],
  ["nurse", t("Nurse")],
  ["doctor", t("Doctor")],
  ["school", t("School")],
  ["lawyer", t("Lawyer or legal aid")],
  ["relative", t("Relative")],
  ["friend", t("Friend")],
  ["office", t("Office")],
  ["other", t("Someone else")]
];

export const roleName = (role) => roles().filter((one) => one[0] === role)[0][1];

export function team(page) {
  const people = page.plan.team;
  const isPrinted = people.length > 0 || page.isOnPaper(KEY);
  return folded(
    page,
    KEY,
    t("My team"),
    { class: isPrinted ? "plan-team" : "plan-team hr-no-print" },
    el("p", { class: "hr-hint hr-no-print" }, t("Who helps you. A first name is enough.")),
    isPrinted ? list(page, people) : null,
    people.length < MOST_PEOPLE ? form(page) : el("p", { class: "hr-no-print" }, t("The list is full. Take somebody out first.")),
    people.length
      ? null
      : el("div", { class: "hr-no-print" }, [
          tick("paper:" + KEY, page.isOnPaper(KEY), (isTicked) => page.putOnPaper(KEY, isTicked), t("Print empty lines for my team"))
        ]),
    permissions(page)
  );
}

function list(page, people) {
  const heads = [t("Who"), t("Name"), t("Number"), t("What they do"), ""];
  const rows = people.map((one, place) => [
    roleName(one.role),
    one.name,
    number(one.phone),
    one.does,
    button(t("Take out"), () => takeOut(page, place), {
      class: "hr-button hr-quiet hr-no-print",
      "aria-label": t("Take out: %(name)s", { name: one.name || roleName(one.role) }),
      "data-key": "team-out:" + place
    })
  ]);
  return table(t("My team"), heads, rows, people.length ? 1 : EMPTY_LINES);
}

/** A number as it was typed; one that can be called is a link. */
function number(text) {
  const digits = plainDigits(text).replace(/[^0-9+]/g, "");
  return text ? phoneLink({ number: text, href: digits.length > 2 ? "tel:" + digits : null }) : "";
}

function takeOut(page, place) {
  page.say(t("Taken out."));
  page.set({ team: page.now().team.filter((one, index) => index !== place) });
  page.focus("fold:" + KEY);
}

function form(page) {
  const role = choice(roles(), "worker", () => {}, { id: "plan-team-role", "data-draft": "team-role", "data-key": "team-role" });
  const typed = (name) =>
    el("input", {
      id: "plan-team-" + name,
      type: "text",
      maxlength: LONGEST,
      autocomplete: "off",
      "data-draft": "team-" + name,
      "data-key": "team-" + name
    });
  const fields = { name: typed("name"), phone: typed("phone"), does: typed("does") };
  fields.phone.setAttribute("inputmode", "tel");
  const labelled = (field, words) => el("div", { class: "hr-field" }, el("label", { for: field.id }, words), field);
  const add = (event) => {
    event.preventDefault();
    const one = { role: role.value, name: fields.name.value.trim(), phone: fields.phone.value.trim(), does: fields.does.value.trim() };
    role.value = "worker";
    Object.keys(fields).forEach((key) => {
      fields[key].value = "";
    });
    page.say(t("Added to your team."));
    page.set({ team: page.now().team.concat([one]) });
  };
  return el(
    "form",
    { class: "plan-form hr-no-print", on: { submit: add } },
    labelled(role, t("Who is it?")),
    labelled(fields.name, t("Name, if you like")),
    labelled(fields.phone, t("Number, if you like")),
    labelled(fields.does, t("What they do for you")),
    el("button", { type: "submit", class: "hr-button", "data-key": "team-add" }, t("Add to my team"))
  );
}

/** The two permissions, each with what the programs of the plan say of it. */
function permissions(page) {
  return el(
    "div",
    { class: "plan-permissions hr-no-print" },
    el("h3", null, t("Let somebody apply and speak for you")),
    el(
      "p",
      null,
      t("Many programs let you name a person you trust: an \u201cauthorized representative\u201d. Each program has its own form. You can end it at any time.")
    ),
    ofPrograms(page, "representative"),
    el("h3", null, t("Let an office talk to your helper")),
    el(
      "p",
      null,
      t("Most offices may talk to your helper only after you sign: a \u201crelease of information\u201d. Say what they may tell, to whom, and until when. You can take it back.")
    ),
    ofPrograms(page, "release"),
    el("p", null, t("Doctors, hospitals and health plans have a form of their own. Ask for the \u201cHIPAA authorization\u201d."))
  );
}

function ofPrograms(page, name) {
  const ids = page.order.filter((id) => page.data.services[id][name]);
  return ids.length
    ? el(
        "ul",
        null,
        ids.map((id) => {
          const found = page.data.services[id][name];
          const form = found.form ? t("Form: %(name)s", { name: found.form }) : "";
          return el(
            "li",
            null,
            el("strong", null, page.data.services[id].name),
            ": ",
            el("span", { lang: page.langOf(id) }, found.text),
            " ",
            found.url && form ? outsideLink({ url: found.url, text: form }) : form
          );
        })
      )
    : null;
}
