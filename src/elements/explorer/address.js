// A schedule in the address of a page, so that it can be shared:
// `?schedule=races_next.0012`, one digit in base 36 for each step. It knows no page.

const FIELD = "schedule";
const BASE = 36;

/** The address `href` with the schedule of the listing, or without any if there are no steps. */
export function withSchedule(href, listing, indices) {
  const url = new URL(href);
  url.searchParams.delete(FIELD);
  if (indices.length > 0) url.searchParams.set(FIELD, `${listing}.${encode(indices)}`);
  return url.href;
}

/** The schedule of the listing in the address `href`, or null. */
export function scheduleIn(href, listing) {
  const value = new URL(href).searchParams.get(FIELD);
  const at = value?.lastIndexOf(".") ?? -1;
  if (at < 0 || value.slice(0, at) !== listing) return null;
  const indices = decode(value.slice(at + 1));
  return indices.some(Number.isNaN) ? null : indices;
}

function encode(indices) {
  const isShort = indices.every((index) => index < BASE);
  return indices.map((index) => index.toString(BASE)).join(isShort ? "" : "-");
}

function decode(text) {
  const digits = text.includes("-") ? text.split("-") : [...text];
  return digits.map((digit) => parseInt(digit, BASE));
}
