// Talks to the studio's server; every error is one line.

const OWN = { 'X-Gan4j': 'studio' };
let silent = false;

function reachable(yes) {
  if (silent === !yes) return;
  silent = !yes;
  document.getElementById('offline').hidden = yes;
}

async function call(method, path, body, signal) {
  let response;
  try {
    const headers = method === 'GET' ? {} : { ...OWN };
    if (body !== undefined && !(body instanceof Blob)) headers['Content-Type'] = 'application/json';
    response = await fetch(path, {
      method,
      headers,
      signal,
      body: body === undefined ? undefined : body instanceof Blob ? body : JSON.stringify(body),
    });
  } catch (failure) {
    if (failure.name !== 'AbortError') reachable(false);
    throw failure.name === 'AbortError' ? failure : new Error('The studio does not answer.');
  }
  reachable(true);
  if (response.ok) return response;
  let line = `${response.status} ${response.statusText}`;
  try {
    line = (await response.json()).error || line;
  } catch {
    /* the status says it */
  }
  throw new Error(line);
}

export const get = async (path, signal) => (await call('GET', path, undefined, signal)).json();
export const text = async (path) => (await call('GET', path)).text();
export const blob = async (path, signal) => (await call('GET', path, undefined, signal)).blob();
export const post = async (path, body = {}) => (await call('POST', path, body)).json();
export const postFor = (path, body, signal) => call('POST', path, body, signal);
export const del = async (path) => (await call('DELETE', path)).json();
export const run = (name, rest = '') => `/api/runs/${encodeURIComponent(name)}${rest}`;

/**
 * Server-sent events that come back after the server was away. A hidden page lets go of them, since browsers open only six
 * connections to one server; once it is seen again it gets everything anew.
 */
export function follow(path, handlers) {
  let source;
  let closed = false;
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
      if (source?.readyState === EventSource.CLOSED && !closed) timer = setTimeout(open, 2000);
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
    closed = true;
    document.removeEventListener('visibilitychange', look);
    letGo();
    reachable(true);
  };
}
