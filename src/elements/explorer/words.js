// How the explorer speaks of operations, threads that wait, and outcomes. It knows no page.

/** An operation in words: `load LOANS`, `store LOANS ← 1`. */
export function operationWords(player, operation) {
  const { verb, object, detail } = operation;
  const name = object < 0 ? "" : player.objectName(object);
  if (verb === "print") return `print ${detail}`;
  if (verb === "store" || verb === "send") return joined([verb, name, detail && `← ${detail}`]);
  if (verb === "spawn" && detail === "") return "start a thread";
  return joined([verb, name, detail]);
}

/** A step with what came of it: `load LOANS → 0`, `start ann`. */
export function stepWords(player, { operation, result }) {
  if (operation.verb === "spawn" && result) return `start ${result}`;
  const words = operationWords(player, operation);
  return result && result !== "()" ? `${words} → ${result}` : words;
}

/** Why a thread does not go on, without its name; "" for one that could. */
export function standingWords(player, standing) {
  switch (standing.kind) {
    case "unborn": return "not started yet";
    case "ended": return "nothing left to do";
    case "cut": return "the program was over first";
    case "held": return "its turn makes no difference here; the others go first";
    case "blocked": return blockedWords(player, standing);
    default: return "";
  }
}

/** On what, held by whom: `waits: shelf is locked, held by bob`. As `workbench` has it in words.rs. */
function blockedWords(player, { why, object, threads }) {
  const names = listed(threads.map((thread) => player.threadName(thread)));
  const name = object < 0 ? "" : player.objectName(object);
  const one = threads.length === 1;
  switch (why) {
    case "sleeps": return "sleeps";
    case "has not ended": return `waits: ${names} ${one ? "has" : "have"} not ended`;
    case "has a waiting writer": return `waits: ${names} ${one ? "waits" : "wait"} to write`;
    case "is not unparked": return "waits: nobody unparks it";
    case "is not notified": return `waits: nobody notifies ${name}`;
    case "is not complete": return `waits: not all have come to ${name}`;
    default: return joined(["waits:", name, `${why}${byWhom(why, names)}`]);
  }
}

function byWhom(why, names) {
  if (!names) return "";
  if (why.includes("locked")) return `, held by ${names}`;
  return why.startsWith("is being ") ? ` by ${names}` : `: ${names}`;
}

/** An outcome in one short sentence: `prints loans: 1`, `deadlock`. */
export function outcomeWords(outcome) {
  const printed = printedLines(outcome);
  switch (outcome.kind) {
    case "done": return printed.length > 0 ? `prints ${printed.join(" / ")}` : "prints nothing";
    case "exit": return `ends with exit status ${outcome.status}`;
    case "panic": return "panics";
    case "deadlock": return "deadlock: nobody can go on";
    case "livelock": return "livelock: they go round for ever";
    case "race": return "data race: nothing orders these two";
    case "abort": return "aborts";
    default: return "hangs";
  }
}

/** An outcome as a sentence: `It prints loans: 1.` */
export function outcomeSentence(outcome) {
  const words = outcomeWords(outcome);
  const isNoun = ["deadlock", "livelock", "race"].includes(outcome.kind);
  return isNoun ? `A ${words}.` : `It ${words}.`;
}

export function printedLines({ stdout }) {
  const lines = stdout.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

/** What went wrong with single threads. */
export function troubleWords(player, { kind, troubles }) {
  return troubles.map(({ thread, operation, why, line, object, threads }) => {
    const where = line > 0 ? `, line ${line}` : "";
    if (kind === "race") return `${player.threadName(thread)}${where}: ${why} ${player.objectName(object ?? -1)}`;
    const what = operation === null ? plain(why) : blockedWords(player, { why, object: object ?? -1, threads });
    return `${player.threadName(thread)}${where}: ${what}`;
  });
}

/** A check marks what it says itself by a letter that is not to be seen. */
function plain(words) {
  return words.replace(/^\u0001/, "");
}

/** How many schedules and outcomes there are, claiming no more than is known. */
export function summaryWords({ complete, cyclic, schedules, outcomes }) {
  const ends = outcomes.filter(({ kind }) => kind !== "race").length;
  const races = outcomes.length - ends;
  const racing = races === 0 ? "" : races === 1 ? ", and a data race" : `, and ${races} data races`;
  const ways = `${ends} ${ends === 1 ? "outcome" : "outcomes"}${racing}`;
  if (!complete) return `Found so far: ${ways}. Not everything was explored, there may be more.`;
  if (schedules === null) return `Every way it can end: ${ways}`;
  const orders = `${grouped(schedules)} ${schedules === "1" ? "schedule" : "schedules"}`;
  const which = cyclic ? " that come to no state twice" : "";
  return `Every way it can end: ${orders}${which}, ${ways}`;
}

/**
 * In how many schedules it ends so: `4 of 6 schedules`. Without a share, which readers take for a
 * likelihood.
 */
export function countWords({ complete, schedules }, { count }) {
  if (count === null) return "";
  const of = complete && schedules !== null ? [schedules] : [];
  const [all] = of.concat(count);
  return `${[count, ...of].map(grouped).join(" of ")} ${all === "1" ? "schedule" : "schedules"}`;
}

/** Digits in groups of three. */
export function grouped(digits) {
  return digits.replace(/\B(?=(\d{3})+$)/g, "\u202f");
}

/** Keeps a value on the line of its arrow. */
export function unbroken(words) {
  return words.replace(/([→←]) /g, "$1\u00a0");
}

export function listed(names) {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

function joined(parts) {
  return parts.filter(Boolean).join(" ");
}

/**
 * A sign of one letter or digit for each thread, no two alike: that of the chip, and the key.
 * Letters that have another meaning in the explorer, or in the book, are left out.
 */
export function threadSigns(names) {
  const taken = new Set(["u", "r", "p", "s"]);
  return names.map((name, thread) => {
    const last = /(\d)$/.exec(name)?.[1] ?? "";
    const letters = name.toLowerCase().replace(/[^a-z]/g, "");
    const places = Array.from({ length: 10 }, (_, at) => String((thread + at) % 10));
    const sign = [...last, ...letters, ...places].find((wish) => !taken.has(wish)) ?? "?";
    taken.add(sign);
    return sign;
  });
}
