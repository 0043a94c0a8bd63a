// What a reader has done, kept by the browser. A browser that keeps nothing does no harm.

const PREFIX = "every-interleaving.1.";

/** The value that was kept under `key`, or `otherwise`. */
export function load(key, otherwise = null) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + key)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** Keeps a value under `key`; null forgets it. */
export function save(key, value) {
  try {
    if (value === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // Private windows and full storages refuse. The page works all the same, until it is left.
  }
  dispatchEvent(new CustomEvent("course-kept", { detail: { key } }));
}

/** Everything that was kept whose key begins with `start`, by the rest of the key. */
export function all(start = "") {
  const found = {};
  try {
    for (let at = 0; at < localStorage.length; at += 1) {
      const key = localStorage.key(at);
      if (key.startsWith(PREFIX + start)) {
        found[key.slice((PREFIX + start).length)] = JSON.parse(localStorage.getItem(key));
      }
    }
  } catch {
    // As above.
  }
  return found;
}
