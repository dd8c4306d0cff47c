// The events of a run, thinned out for a page that may stay open for days.

const MOST = 800;

/** A predicate for events with a key that less than half of them have, such as a metric. */
function rareAmong(events) {
  const found = new Map();
  for (const event of events) for (const key of Object.keys(event)) found.set(key, (found.get(key) ?? 0) + 1);
  return (event) => Object.keys(event).some((key) => 2 * found.get(key) < events.length);
}

/** Events in order. When there are too many, every other old one is dropped, rare ones last. */
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
    const keepsRare = this.events.filter(isRare).length <= MOST / 4;
    let common = 0;
    let rare = 0;
    this.events = this.events.filter((event, i) => {
      if (i >= recent) return true;
      if (isRare(event)) return keepsRare || rare++ % 2 === 0;
      return common++ % 2 === 0;
    });
  }
}
