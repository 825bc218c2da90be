// Which services are had at the same office: one call or one visit will do for both. Values only.

const CRISIS = ["tel:988", "tel:911"]; // lines that are no office

/** The number to call first, as a link; null where there is none. */
function mainNumber(service) {
  const voice = service.phones.filter((phone) => /^tel:/.test(phone.href))[0];
  return voice && CRISIS.indexOf(voice.href) === -1 ? voice : null;
}

/** What two services share: "call" (a number), "visit" (an office or its page); null for nothing, and for private ones. */
export function shared(one, other) {
  if (one.sensitive || other.sensitive) {
    return null;
  }
  const number = mainNumber(one);
  const its = mainNumber(other);
  if (number && its && number.href === its.href) {
    return "call";
  }
  const pages = other.links.map((link) => link.url);
  const isSameOffice = one.office && one.office === other.office;
  return isSameOffice || one.links.some((link) => pages.indexOf(link.url) !== -1) ? "visit" : null;
}
