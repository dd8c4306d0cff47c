// Pictures at a whole multiple of their own size where there is room, so that their pixels stay square; diagrams, which
// have no pixels to keep, as large as there is room.

/** In pixels; diagrams have no pixels to be kept square. */
const LARGEST_DIAGRAM = 760;

/** The width of a box without padding, in whole pixels; clientWidth is rounded up at times, too wide for two halves. */
export const roomIn = (box) => Math.floor(box.getBoundingClientRect().width);

/** Sets the width of a loaded picture: at most `most`, but never below its own where it has room. */
export function enlarge(image, room, most = room) {
  const own = image.naturalWidth;
  const isDiagram = image.classList.contains('diagram');
  const width = isDiagram ? Math.max(own, Math.min(most, LARGEST_DIAGRAM)) : own * Math.max(1, Math.floor(most / own));
  const isShrunk = width > room;
  image.style.width = `${isShrunk ? room : width}px`;
  image.classList.toggle('pixels', !isShrunk && !isDiagram);
}

/** Keeps pictures fitting, each in its own figure. */
export class Enlarged {
  constructor() {
    this.sizes = new ResizeObserver((entries) => {
      for (const { target } of entries) for (const image of target.querySelectorAll('img')) this.fit(image);
    });
  }

  fit(image) {
    const box = image.closest('figure');
    if (!box || !image.naturalWidth) return;
    this.sizes.observe(box);
    const { paddingLeft, paddingRight } = getComputedStyle(box);
    enlarge(image, box.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight));
  }

  close() {
    this.sizes.disconnect();
  }
}
