// Requests to the studio's server; every failure is an Error with a one-line message.

const OWN = { 'X-Gan4j': 'studio' };
let isSilent = false;

function reachable(yes) {
  if (isSilent === !yes) return;
  isSilent = !yes;
  document.getElementById('offline').hidden = yes;
}

async function call(method, path, body, signal) {
  const response = await answer(path, { method, signal, ...content(method, body) });
  if (response.ok) return response;
  throw new Error(await problem(response));
}

function content(method, body) {
  const headers = method === 'GET' ? {} : { ...OWN };
  if (body === undefined || body instanceof Blob) return { headers, body };
  return { headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

async function answer(path, request) {
  try {
    const response = await fetch(path, request);
    reachable(true);
    return response;
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    reachable(false);
    throw new Error('The studio does not answer.');
  }
}

async function problem(response) {
  const status = `${response.status} ${response.statusText}`;
  try {
    return (await response.json()).error || status;
  } catch {
    return status;
  }
}

export const get = async (path) => (await call('GET', path)).json();
export const text = async (path) => (await call('GET', path)).text();
export const blob = async (path) => (await call('GET', path)).blob();
/** Sends `body` as JSON, or a Blob unchanged. */
export const post = async (path, body = {}) => (await call('POST', path, body)).json();
export const del = async (path) => (await call('DELETE', path)).json();

export const runPath = (name, rest = '') => `/api/runs/${encodeURIComponent(name)}${rest}`;
export const explorePath = (name, rest = '') => `/api/explore/${encodeURIComponent(name)}${rest}`;

/** The sample picture taken after `images` images. */
export const samplesPath = (name, images) => runPath(name, `/samples/${String(images).padStart(9, '0')}.png`);

/**
 * Server-sent events, reconnecting after the server was down. A hidden page disconnects, since browsers open only six
 * connections per server; when it is visible again, everything is sent from the start.
 */
export function follow(path, handlers) {
  let source;
  let timer;
  const open = () => {
    source = new EventSource(path);
    for (const [kind, handle] of Object.entries(handlers))
      source.addEventListener(kind, (message) => {
        reachable(true);
        handle(JSON.parse(message.data));
      });
    source.onerror = () => {
      reachable(false);
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, 2000);
    };
  };
  const letGo = () => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  };
  const look = () => {
    letGo();
    if (!document.hidden) open();
  };
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    letGo();
    reachable(true);
  };
}
