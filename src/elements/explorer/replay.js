// Takes steps one after the other, slowly enough to be watched. It knows no page.

const PAUSE = 650;
const AT_MOST = 400;

export class Replay {
  #player;
  #changed;
  #timer = 0;

  /** @param {() => void} changed is called after each step, and when the replay stops */
  constructor(player, changed) {
    this.#player = player;
    this.#changed = changed;
  }

  get isPlaying() {
    return this.#timer !== 0;
  }

  /** Takes the steps that lie ahead, or steps by chance if there are none. */
  start() {
    this.stop();
    this.#timer = setTimeout(() => this.#go(this.#player.canRedo), PAUSE / 3);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  /** As `start`, but all at once. */
  hurry() {
    this.stop();
    const isLaid = this.#player.canRedo;
    for (let count = 0; count < AT_MOST && this.#step(isLaid); count += 1);
  }

  #go(isLaid) {
    const isForced = () => this.#ahead(isLaid)?.isAutomatic;
    let goesOn = this.#step(isLaid);
    // Steps of the main thread that are no choice take no time.
    while (goesOn && isForced()) goesOn = this.#step(isLaid);
    const isDone = !goesOn || this.#player.position >= AT_MOST || !this.#ahead(isLaid);
    this.#timer = isDone ? 0 : setTimeout(() => this.#go(isLaid), PAUSE);
    this.#changed();
  }

  #step(isLaid) {
    const next = this.#ahead(isLaid);
    return next !== undefined && this.#player.take(next.index, next.isAutomatic);
  }

  /** The next step: the one that was laid out, or one by chance. */
  #ahead(isLaid) {
    if (isLaid) return this.#player.steps[this.#player.position];
    const choices = this.#player.choices().filter((choice) => choice.isKnown);
    const isAutomatic = choices.length === 1 && choices[0].thread === 0;
    const choice = choices[Math.floor(Math.random() * choices.length)];
    return choice && { index: choice.index, isAutomatic };
  }
}
