// What a server sends about a run for as long as its page is shown.
import { get } from './api.js';
import { BACK, connection } from './connection.js';

const PAUSES = [1000, 2000, 4000, 8000, 15000, 30000];

/**
 * Server-sent events, from the start again after each interruption. A hidden page disconnects, since browsers open only
 * six connections per server.
 *
 * Returns a function that ends it before the page does.
 *
 * @param page of which it is a part
 * @param path of the events
 * @param check a path that says why there are no events, if they do not come
 * @param handlers by kind of event; `gone` hears why there will be no more
 */
export function follow(page, path, check, { gone, ...handlers }) {
  let source;
  let timer;
  let tries = 0;
  let isEnded = false;
  const close = () => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  };
  const open = () => {
    close();
    if (document.hidden || isEnded || connection.isAway) return;
    source = new EventSource(path);
    for (const [kind, handle] of Object.entries(handlers))
      source.addEventListener(kind, (message) => {
        tries = 0;
        if (!isEnded) handle(JSON.parse(message.data));
      });
    source.onerror = broken;
  };
  const broken = () => {
    close();
    const again = () => {
      timer = setTimeout(open, PAUSES[Math.min(tries++, PAUSES.length - 1)]);
    };
    page.answer(get(check), again, (failure) => {
      if (isEnded) return;
      if (failure.status === 404) gone(failure);
      else if (!connection.isAway) again();
    });
  };
  page.listen(document, 'visibilitychange', open);
  page.listen(window, BACK, open);
  const end = () => {
    isEnded = true;
    close();
  };
  page.onLeave(end);
  open();
  return end;
}
