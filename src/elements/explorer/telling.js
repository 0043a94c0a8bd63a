// What screen readers are told of a step. It knows no page.

import { listed, outcomeSentence, stepWords } from "./words.js";

/** What has happened since the reader last chose, and who can go on now. */
export function whatHappened(player, isGoal) {
  const told = sinceLastChoice(player).map((step) => stepSentence(player, step));
  if (player.outcome < 0) {
    return [...(told.length > 0 ? told : ["At the start."]), whoCanGo(player)].join(" ");
  }
  const end = outcomeSentence(player.graph.outcomes[player.outcome]);
  return [...told, "The end.", end, ...(isGoal ? ["You have done it."] : [])].join(" ");
}

/** The step that was chosen, and those that followed by themselves. */
function sinceLastChoice({ taken }) {
  const from = taken.findLastIndex((step) => !step.isAutomatic);
  return from < 0 ? [] : taken.slice(from);
}

function stepSentence(player, step) {
  return `${player.threadName(step.thread)}: ${stepWords(player, step)}.`;
}

function whoCanGo(player) {
  const able = new Set(player.choices().map((choice) => player.threadName(choice.thread)));
  return `Can go: ${listed([...able])}.`;
}
