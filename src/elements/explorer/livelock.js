// Threads that go round for ever although each of them gets its turn. It knows no page.

/** The livelock among the outcomes, by its number; -1 if there is none. */
export function livelockOf(graph) {
  return graph.outcomes.findIndex((outcome) => outcome.kind === "livelock");
}

/**
 * Whether the last of these moments closes a round: the state was there before, and everybody who
 * could move since then has moved.
 * @param {number[]} states those that were come through, the present one last
 * @param {number[]} movers who took the step behind each of them, but the last
 */
export function closesRound(graph, states, movers) {
  const start = states.lastIndexOf(states.at(-1), states.length - 2);
  if (start < 0) return false;
  const moved = new Set(movers.slice(start));
  return states.slice(start).every((state) => readyIn(graph, state).every((thread) => moved.has(thread)));
}

/** The shortest such round that begins in `state`: the step to take in each state, or null. */
export function roundFrom(graph, state) {
  const queue = [{ state, moved: 0, ready: 0, path: [] }];
  const seen = new Set();
  for (const { state: now, moved, ready, path } of queue) {
    const steps = graph.states[now][0];
    if (typeof steps === "number") continue;
    const able = ready | bits(readyIn(graph, now));
    for (const [index, [thread, , , , to]] of steps.entries()) {
      if (to < 0) continue;
      const next = { state: to, moved: moved | (1 << thread), ready: able, path: [...path, index] };
      if (to === state && (able & ~next.moved) === 0) return next.path;
      const key = `${to} ${next.moved} ${next.ready}`;
      if (!seen.has(key)) queue.push(next);
      seen.add(key);
    }
  }
  return null;
}

function readyIn(graph, state) {
  const steps = graph.states[state][0];
  return typeof steps === "number" ? [] : steps.map(([thread]) => thread);
}

function bits(threads) {
  return threads.reduce((all, thread) => all | (1 << thread), 0);
}
