// What a movement of the wheel or on a trackpad means. https://www.w3.org/TR/uievents/#interface-wheelevent

const LINE_PIXELS = 20, PAGE_PIXELS = 400;
const PER_PIXEL = 0.003, PER_PIXEL_OF_PINCH = 0.015;
const SMALLEST_NOTCH = 50, GESTURE_MS = 250;

/**
 * How many pixels the wheel asks to scroll.
 *
 * @param {Wheel} event
 * @returns {Point}
 */
export function pixels({ deltaX, deltaY, deltaMode }) {
  const unit = [1, LINE_PIXELS, PAGE_PIXELS][deltaMode] ?? 1;
  return [deltaX * unit, deltaY * unit];
}

/**
 * By how much to zoom: in proportion to the movement, and alike in both directions.
 *
 * @param {Wheel} event
 */
export function zoomFactor(event) {
  return 2 ** (-pixels(event)[1] * (event.ctrlKey ? PER_PIXEL_OF_PINCH : PER_PIXEL));
}

/**
 * Distinguishes two fingers on a trackpad, which pan, from a wheel and from a pinch, which zoom. A browser reports a pinch as
 * a wheel with the control key. A wheel turns by notches, straight down; fingers move little by little, and aside.
 * What a gesture has begun as, it stays.
 */
export class WheelGestures {
  isPan = false;
  lastTime = -Infinity;

  /** @param {Wheel} event */
  pans(event) {
    const isNew = event.timeStamp - this.lastTime > GESTURE_MS;
    this.lastTime = event.timeStamp;
    if (event.ctrlKey) return this.isPan = false;
    const isNotch = event.deltaMode > 0 || (!event.deltaX && Math.abs(event.deltaY) >= SMALLEST_NOTCH);
    if (isNew) this.isPan = !isNotch;
    return this.isPan;
  }
}
