// The events of a run, thinned out for a page that may stay open for days.
import { IMAGES } from './names.js';

const MOST = 800;

/** A predicate for events with a key that less than half of them have, such as a metric. */
function rareAmong(events) {
  const found = new Map();
  for (const event of events) for (const key of Object.keys(event)) found.set(key, (found.get(key) ?? 0) + 1);
  return (event) => Object.keys(event).some((key) => 2 * found.get(key) < events.length);
}

/** Events in order. When there are too many, old ones are dropped, so that those that stay are evenly spaced. */
export class History {
  events = [];

  reset(events) {
    this.events = events.slice();
    this.thin();
  }

  push(event) {
    this.events.push(event);
    this.thin();
  }

  thin() {
    if (this.events.length <= MOST) return;
    const recent = this.events.length - MOST / 4;
    const isRare = rareAmong(this.events);
    const keepsRare = spaced(this.events.slice(0, recent).filter(isRare), MOST / 4);
    const keepsCommon = spaced(
      this.events.slice(0, recent).filter((event) => !isRare(event)),
      MOST / 4,
    );
    this.events = this.events.filter((event, i) => i >= recent || (isRare(event) ? keepsRare : keepsCommon)(event));
  }
}

/** A predicate for at most `most` events, the first among them, that are as far apart by images as these allow. */
function spaced(events, most) {
  if (events.length <= most) return () => true;
  const gap = (events.at(-1)[IMAGES] - events[0][IMAGES]) / most;
  let next = Number.NEGATIVE_INFINITY;
  return (event) => {
    if (event[IMAGES] < next) return false;
    next = event[IMAGES] + gap;
    return true;
  };
}
