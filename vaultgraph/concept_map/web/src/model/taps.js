// Which note is tapped.

const TWICE_MS = 500, MAX_DISTANCE = 30;

/** The first of two taps may move the map: the second one, at the same place of the screen, means the same note. */
export class Taps {
  note = -1;
  time = -Infinity;
  /** @type {Position} */
  place = { x: 0, y: 0 };

  /**
   * @param {number} note what is under the pointer, or -1
   * @param {Position} place on the screen
   * @param {number} time in milliseconds
   */
  noteOf(note, place, time) {
    const isAgain = time - this.time < TWICE_MS && Math.hypot(place.x - this.place.x, place.y - this.place.y) < MAX_DISTANCE;
    if (isAgain && this.note >= 0) return this.note;
    Object.assign(this, { note, place, time });
    return note;
  }
}
