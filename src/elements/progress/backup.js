// Takes what a reader has done from one browser to another.

import { all, save } from "../shared/store.js";

const KIND = "Every Interleaving: progress";

/** Everything that is kept, as the text of a file. */
export function exported() {
  return JSON.stringify({ kind: KIND, version: 1, kept: all() }, null, 1);
}

/**
 * Adds what is in the text of such a file, and returns how many things it holds.
 * @throws {Error} with words for the reader, before anything is changed
 */
export function imported(text) {
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    throw new Error("This file is not JSON. Choose one that was exported here.");
  }
  if (file?.kind !== KIND || typeof file.kept !== "object" || file.kept === null) {
    throw new Error("This file holds no progress of this course.");
  }
  if (file.version !== 1) throw new Error("This file is of a newer version of the course.");
  const entries = Object.entries(file.kept);
  for (const [key, value] of entries) save(key, value);
  return entries.length;
}

/** Forgets everything, programs that were edited included. */
export function forgetAll() {
  for (const key of Object.keys(all())) save(key, null);
}
