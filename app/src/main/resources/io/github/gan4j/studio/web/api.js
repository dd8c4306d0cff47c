// Requests to the studio's server; every failure is an Error with a one-line message.
import { connection } from './connection.js';

const OWN = { 'X-Gan4j': 'studio' };
/** Heard on the window, with the name of now, when a run is asked for by a former name. */
export const RENAMED = 'studiorenamed';
let asking = new AbortController();

/** Cancels what the page that is left was waiting for. What changes something is not cancelled. */
export function cancelQuestions() {
  asking.abort();
  asking = new AbortController();
}

/** Whether a failure is a cancelled question, of which nobody needs to hear. */
export const isCancelled = (failure) => failure.name === 'AbortError';

/** The failure of a question that is asked again and again, unless the banner says it: the server is away. */
export const said = (failure) => (failure.isUnheard ? undefined : failure.message);

async function call(method, path, body, isQuestion = method === 'GET') {
  const signal = isQuestion ? asking.signal : undefined;
  const response = await answer(path, { method, signal, ...content(method, body) });
  if (response.ok) return response;
  const { error, renamed } = await problem(response);
  if (renamed) window.dispatchEvent(new CustomEvent(RENAMED, { detail: renamed }));
  throw Object.assign(new Error(error), { status: response.status });
}

function content(method, body) {
  const headers = method === 'GET' ? {} : { ...OWN };
  if (body === undefined || body instanceof Blob) return { headers, body };
  return { headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

async function answer(path, request) {
  try {
    const response = await fetch(path, request);
    connection.answered();
    return response;
  } catch (failure) {
    if (isCancelled(failure)) throw failure;
    connection.lost();
    throw Object.assign(new Error('The studio does not answer.'), { isUnheard: true });
  }
}

async function problem(response) {
  const status = { error: `${response.status} ${response.statusText}` };
  try {
    return { ...status, ...(await response.json()) };
  } catch {
    return status;
  }
}

export const get = async (path) => (await call('GET', path)).json();
/** Asks for the same again and again: the answer, or undefined while it is the one before. */
export function news(path) {
  let before;
  return async () => {
    const response = await call('GET', path);
    const now = response.headers.get('ETag');
    if (now && now === before) return undefined;
    before = now;
    return response.json();
  };
}
export const text = async (path) => (await call('GET', path)).text();
export const blob = async (path) => (await call('GET', path)).blob();
/** Sends `body` as JSON, or a Blob unchanged. */
export const post = async (path, body = {}) => (await call('POST', path, body)).json();
/** Asks about a Blob. */
export const question = async (path, body) => (await call('POST', path, body, true)).json();
export const del = async (path) => (await call('DELETE', path)).json();

export const runPath = (name, rest = '') => `/api/runs/${encodeURIComponent(name)}${rest}`;
export const explorePath = (name, rest = '') => `/api/explore/${encodeURIComponent(name)}${rest}`;
export const usePath = (name, rest = '') => `/api/use/${encodeURIComponent(name)}${rest}`;

/** The sample picture taken after `images` images. */
export const samplesPath = (name, images) => runPath(name, `/samples/${String(images).padStart(9, '0')}.png`);

/** Deletes a run, which can be taken back for as long as the studio runs. */
export const deleteRun = (name) => del(runPath(name, `?confirm=${encodeURIComponent(name)}`));
