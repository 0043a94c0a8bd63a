// What the reader is asked to reach. It knows no page.

import { printedLines } from "./words.js";

const BETWEEN_LINES = " / ";

/**
 * Whether an outcome is one that `reach` names:
 * `deadlock`, `panic`, `livelock`; `fails` for any of these and other failures;
 * `prints A / B` if the program succeeds and prints these lines in this order, among others;
 * `prints only A / B` if it prints no others.
 */
export function isReached(reach, outcome) {
  const [, only, text] = /^prints (only )?(.+)$/.exec(reach) ?? [];
  if (text) return !outcome.fails && prints(outcome, text.split(BETWEEN_LINES), Boolean(only));
  if (reach === "fails") return outcome.fails;
  return outcome.fails && reach === outcome.kind;
}

function prints(outcome, wanted, isOnly) {
  const lines = printedLines(outcome);
  let found = 0;
  for (const line of lines) if (line === wanted[found]) found += 1;
  return found === wanted.length && (!isOnly || lines.length === wanted.length);
}
