// Background work of the server.
import { get, post } from './api.js';

/** The job that keeps one of this kind from starting; undefined if there is none. */
export async function goingJob(kind) {
  const answer = await get(`/api/jobs?kind=${kind}`);
  return answer.job ? answer : undefined;
}

export const stopJob = (job) => post(`/api/jobs/${job}/stop`);

/**
 * Follows a job from its first state to its end; resolves with what came of it, or with undefined once it is no longer
 * wanted, which stops it, or no longer shown.
 *
 * @param on callbacks: `progress` with each state, `isWanted`, `isShown`
 */
export async function follow(first, { progress, isWanted = () => true, isShown = () => true }) {
  let state = first;
  while (state.state === 'going') {
    if (!isWanted()) {
      await stopJob(state.job);
      return undefined;
    }
    if (!isShown()) return undefined;
    progress(state);
    state = await get(`/api/jobs/${state.job}`); // answers at its end, or a little later
  }
  if (state.state === 'failed') throw new Error(state.problem);
  return state;
}

/** A file that a job has made; with a name to save it under. */
export const jobFile = ({ job }, file, download) =>
  `/api/jobs/${job}/${file}${download ? `?download=${encodeURIComponent(download)}` : ''}`;
