// What cannot be in an order of steps. It knows no page. Steps count from 0, in a text from 1.

/** @typedef {{inner: number, outer: number[]}} Ban `inner` before the one outer, or between the two */

/** Reads `2 before 1` or `3 between 1 and 2` at the beginning of a text. @returns {Ban | null} */
export function readBan(text) {
  const [, inner, first, second, third] =
    /^\s*(\d) (?:before (\d)|between (\d) and (\d))\./.exec(text) ?? [];
  if (!inner) return null;
  const outer = first ? [first] : [second, third];
  return { inner: inner - 1, outer: outer.map((step) => step - 1) };
}

/** Whether the order of all steps has what cannot be. */
export function isForbidden({ inner, outer }, order) {
  const place = order.indexOf(inner);
  const places = outer.map((step) => order.indexOf(step));
  if (places.length === 1) return place < places[0];
  return places[0] < place && place < places[1];
}

/** How many orders of so many steps are left. */
export function rightOrders(length, bans) {
  return permutations(length).filter((order) => !bans.some((ban) => isForbidden(ban, order))).length;
}

function permutations(length) {
  if (length === 0) return [[]];
  return permutations(length - 1).flatMap((shorter) =>
    Array.from({ length }, (_, at) => shorter.toSpliced(at, 0, length - 1)));
}
