// Attacks on classifiers: an image, a classifier, and how little it takes to fool it.
import { keepAddress } from './address.js';
import { get } from './api.js';
import { complain } from './dialog.js';
import { fill, h } from './dom.js';
import { AttackPanel } from './lab-attack.js';
import { ImageWall } from './lab-images.js';
import { AttackRequest } from './lab-request.js';
import { Setup } from './lab-setup.js';
import { StudyPanel } from './lab-study.js';

const TITLE = 'Attack a classifier';

export async function show(page, _rest, parameters) {
  page.title(TITLE);
  const known = await get('/api/lab');
  const request = new AttackRequest();
  const address = keepAddress(() => `#/lab?${request.query()}`);
  const attack = new AttackPanel(request, known, {
    copyLink: address.copy,
    asked() {
      address.later();
      study?.page.redraw();
    },
    lost: () => setup.open(),
  });
  const images = new ImageWall(request, () => attack.refresh());
  const left = h('div', { class: 'stack' }, attack.nodes);
  const many = h('div');
  const room = h('div', { class: 'stack', hidden: true }, h('div', { class: 'columns' }, left, images.node), many);
  let study;
  const words =
    'Open a set of images: a classifier is trained on it once and kept. Then choose an image, an attack and its ' +
    'strength, and see when the answer changes.';
  const hint = h('p', { class: 'panel' }, words);
  const setup = new Setup(request, known, {
    asked: address.later,
    closed() {
      room.hidden = true;
      hint.hidden = false;
      attack.leave();
      study?.close();
    },
    opened(about) {
      room.hidden = false;
      hint.hidden = true;
      attack.enter(about);
      images.enter(about);
      study?.close();
      study = new StudyPanel(request, known, address.later);
      fill(many, study.node);
    },
  });
  const intro = 'Change an image so little that people see no difference, but a classifier does.';
  page.root.append(h('h1', {}, TITLE), h('p', { class: 'faint' }, intro), ...setup.nodes, hint, room);

  const arrive = async (query) => {
    request.read(query);
    setup.show();
    if (query.has('data')) await setup.open();
    else await setup.resume();
  };
  page.onLeave(() => {
    for (const part of [address, attack, images, setup, study]) part?.close();
  });
  page.update = (query) => page.answer(arrive(query), () => {}, complain);
  await arrive(parameters);
}
