// The images to attack: held-out ones, and dropped ones.
import { post } from './api.js';
import { attempt } from './dialog.js';
import { button, h, put } from './dom.js';
import { count, percent } from './format.js';
import { dropPlace, SHEET, Wall } from './parts.js';

const THIN_SPACE = '\u2009';
const FIRST_TILES = 3 * SHEET;

export class ImageWall {
  /** @param chosen called when another image is chosen */
  constructor(request, chosen) {
    Object.assign(this, { request, chosen });
    this.credit = h('p', { class: 'small faint', id: 'credit' });
    this.wall = new Wall('test images');
    this.more = button('More images', () => this.grow(), { id: 'more-images' });
    const invitation = 'Drop an image of your own here, or choose one';
    const upload = (file) => attempt(async () => this.take((await post('/api/lab/image', file)).image));
    const drop = dropPlace('lab-file', invitation, 'Reading the image…', upload);
    const heading = h('h2', {}, 'Held-out images');
    const attributes = { class: 'panel stack', 'aria-label': 'images' };
    this.node = h('section', attributes, heading, this.credit, this.wall.node, this.more, drop);
  }

  enter(about) {
    this.about = about;
    const accuracy = `Accuracy ${percent(about.accuracy)} on ${count(about.held)} held-out images (${about.how}).`;
    put(this.credit, `${accuracy} Trained on ${about.learned}.`.replace(/(\d) (\d)/g, `$1${THIN_SPACE}$2`));
    this.wall.clear();
    this.grow();
  }

  async grow() {
    const { labels, classes } = this.about;
    const from = this.wall.size;
    const most = Math.min(SHEET, labels.length - from);
    if (most <= 0) return;
    const attributes = (i) => {
      const image = String(from + i);
      const name = classes[labels[image]];
      const onclick = () => this.take(image);
      return { 'aria-label': `image ${image}, ${name}`, title: name, 'data-image': image, onclick };
    };
    const path = `/api/lab/sheet.png?${this.request.setup({ from, count: SHEET })}`;
    if (!(await this.wall.add(path, most, this.about, attributes))) return;
    this.more.hidden = this.wall.size >= labels.length;
    this.press();
    // no button for less than a sheet
    if (this.wall.size < FIRST_TILES || labels.length - this.wall.size < SHEET) this.grow();
  }

  take(image) {
    this.request.image = image;
    this.press();
    this.chosen();
  }

  press() {
    this.wall.press(({ image }) => image === this.request.image);
  }

  close() {
    this.wall.clear();
  }
}
