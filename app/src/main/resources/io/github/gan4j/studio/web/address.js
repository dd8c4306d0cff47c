// Addresses within the page (the part after the #).
import { toast } from './dialog.js';

const REMEMBER_AFTER_MILLIS = 250;

export const RUNS = '#/';
export const DRAW = '#/draw';
export const LEARN = '#/learn';
export const lessonPage = (place, game) => `${LEARN}/${place}${game ? `?game=${encodeURIComponent(game)}` : ''}`;
export const wordPage = (word) => `${LEARN}/words?word=${encodeURIComponent(word)}`;
export const runPage = (name) => `#/run/${encodeURIComponent(name)}`;
/** The runs that have a tag. */
export const taggedRuns = (tag) => `#/?tag=${encodeURIComponent(tag)}`;
export const explorePage = (name) => `#/explore/${encodeURIComponent(name)}`;
export const usePage = (name) => `#/use/${encodeURIComponent(name)}`;

/** @param further parameters by their names; a list for each of its values */
export function comparePage(names, further = {}) {
  const query = new URLSearchParams(names.map((name) => ['run', name]));
  for (const [key, values] of Object.entries(further)) for (const value of [values].flat()) query.append(key, value);
  return `#/compare?${query}`;
}

/** Keeps the address bar at `current()`, updated shortly after the last change; can copy it as a link. */
export function keepAddress(current) {
  let timer;
  const later = () => {
    clearTimeout(timer);
    const here = location.hash;
    // a link that was followed meanwhile is not taken back
    const remember = () => location.hash === here && history.replaceState(null, '', current());
    timer = setTimeout(remember, REMEMBER_AFTER_MILLIS);
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${location.origin}/${current()}`);
      toast('link copied');
    } catch {
      toast('the address bar has the link');
      later();
    }
  };
  return { later, copy, close: () => clearTimeout(timer) };
}
