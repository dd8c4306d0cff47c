const about = JSON.parse(document.getElementById("about").textContent);
const $ = (id) => document.getElementById(id);
const COLUMNS = 4;
const COUNT = 16;
const GAP = 2;

// ---- latents by seed: java.util.Random, so that a seed is the same sample as in gan4j ----
const random = (seed) => {
  const mask = (1n << 48n) - 1n;
  let state = (BigInt.asIntN(64, BigInt(seed) * -7046029254386353131n) ^ 0x5deece66dn) & mask;
  let spare = null;
  const next = (bits) => {
    state = (state * 0x5deece66dn + 0xbn) & mask;
    return Number(state >> BigInt(48 - bits));
  };
  const unit = () => (next(26) * 2 ** 27 + next(27)) * 2 ** -53;
  const normal = () => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    for (;;) {
      const [a, b] = [2 * unit() - 1, 2 * unit() - 1];
      const square = a * a + b * b;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      spare = b * factor;
      return a * factor;
    }
  };
  return { unit, normal };
};
const latent = (seed) => {
  if (about.table) {
    const row = seed % (about.table.length / about.size);
    return about.table.slice(row * about.size, (row + 1) * about.size);
  }
  const numbers = random(seed);
  const one = () => (about.normal ? numbers.normal() : about.low + (about.high - about.low) * numbers.unit());
  return Array.from({ length: about.size }, one);
};

// ---- the worker ----
const worker = new Worker(
  URL.createObjectURL(new Blob([document.getElementById("program").textContent], { type: "text/javascript" })),
);
worker.postMessage({ about, text: document.getElementById("weights").textContent.trim() });
let asked = 0;
let running = null;
let waiting = null;
const send = (work) => {
  running = work;
  $("busy").hidden = false;
  worker.postMessage(work.message);
};
const compute = (latents, labels) =>
  new Promise((done) => {
    const message = { id: ++asked, size: about.size, latents, label: null, labels };
    const work = { message, done };
    if (running) waiting = work;
    else send(work);
  });
worker.onmessage = ({ data }) => {
  const { done } = running;
  running = null;
  document.body.dataset.milliseconds = data.milliseconds.toFixed(1);
  done(data.samples);
  const next = waiting;
  waiting = null;
  if (next) send(next);
  else $("busy").hidden = true;
};
worker.onerror = (problem) => {
  $("proof").textContent = `This browser cannot compute the network: ${problem.message}`;
};

// ---- drawing ----
const byte = (value) => Math.max(0, Math.min(255, Math.round((value + 1) * 127.5)));
const draw = (canvas, samples, columns, chosen) => {
  const { channels, height, width } = about;
  const count = samples.length / (channels * height * width);
  const rows = Math.ceil(count / columns);
  canvas.width = columns * (width + GAP) - GAP;
  canvas.height = rows * (height + GAP) - GAP;
  const context = canvas.getContext("2d");
  const image = context.createImageData(width, height);
  for (let n = 0; n < count; n++) {
    for (let i = 0; i < height * width; i++) {
      for (let c = 0; c < 3; c++)
        image.data[4 * i + c] = byte(samples[(n * channels + (channels < 3 ? 0 : c)) * height * width + i]);
      image.data[4 * i + 3] = 255;
    }
    const [x, y] = [(n % columns) * (width + GAP), Math.floor(n / columns) * (height + GAP)];
    context.putImageData(image, x, y);
    if (n === chosen) {
      context.strokeStyle = getComputedStyle(document.body).getPropertyValue("--accent");
      context.lineWidth = GAP;
      context.strokeRect(x + GAP / 2, y + GAP / 2, width - GAP, height - GAP);
    }
  }
};

$("grid").width = COLUMNS * (about.width + GAP) - GAP;
$("grid").height = (COUNT / COLUMNS) * (about.height + GAP) - GAP;

// ---- state ----
const offsets = about.ways.map(() => 0);
let chosen = -1;
let strolled = 0;
let shown = null;
const mixed = (a, b, share) => {
  const between = a.map((value, i) => value * (1 - share) + b[i] * share);
  if (!about.normal) return between;
  // a mixture of two normal latents is too short by this factor
  const factor = 1 / Math.sqrt(share * share + (1 - share) * (1 - share));
  return between.map((value) => value * factor);
};
const bounded = (value) => Math.min(about.high ?? value, Math.max(about.low ?? value, value));
const latents = () => {
  const seed = Number($("seed").value) || 0;
  const share = Number($("truncation").value);
  const all = new Float32Array(COUNT * about.size);
  for (let n = 0; n < COUNT; n++) {
    const [from, part] = [Math.floor(strolled), strolled % 1];
    let one = latent(seed + n + from * COUNT);
    if (part > 0) one = mixed(one, latent(seed + n + (from + 1) * COUNT), part);
    one = one.map((value) => about.mean + share * (value - about.mean));
    if (chosen < 0 || chosen === n)
      about.ways.forEach((way, k) => {
        one = one.map((value, i) => value + offsets[k] * about.deviation * way[i]);
      });
    all.set(one.map(bounded), n * about.size);
  }
  return all;
};
const labels = () => {
  if (about.classes.length === 0) return null;
  const wanted = Number($("label").value);
  return Array.from({ length: COUNT }, (_, n) => (wanted < 0 ? n % about.classes.length : wanted));
};
const update = async () => {
  $("truncationOut").textContent = Number($("truncation").value).toFixed(2);
  shown = await compute(latents(), labels());
  draw($("grid"), shown, COLUMNS, chosen);
  document.body.dataset.drawn = asked;
};

// ---- controls ----
about.ways.forEach((_, k) => {
  const row = document.createElement("label");
  const output = document.createElement("output");
  const slider = document.createElement("input");
  Object.assign(slider, { type: "range", min: -4, max: 4, step: 0.05, value: 0 });
  row.append(`${k + 1}`, slider, output);
  const show = () => {
    output.textContent = `${offsets[k].toFixed(1)} σ`;
  };
  slider.addEventListener("input", () => {
    offsets[k] = Number(slider.value);
    show();
    update();
  });
  slider.reset = () => {
    slider.value = 0;
    offsets[k] = 0;
    show();
  };
  show();
  $("ways").append(row);
});
$("ways").hidden = about.ways.length === 0;
if (about.classes.length > 0) {
  $("classes").hidden = false;
  $("label").append(new Option("each in turn", -1), ...about.classes.map((name, i) => new Option(name, i)));
  $("label").addEventListener("change", update);
}
$("seed").addEventListener("change", update);
$("truncation").addEventListener("input", update);
$("dice").addEventListener("click", () => {
  $("seed").value = Math.floor(Math.random() * 1e9);
  update();
});
$("grid").addEventListener("click", (event) => {
  const box = $("grid").getBoundingClientRect();
  const column = Math.floor(((event.clientX - box.left) / box.width) * COLUMNS);
  const row = Math.floor(((event.clientY - box.top) / box.height) * (COUNT / COLUMNS));
  const found = Math.min(COUNT - 1, row * COLUMNS + column);
  chosen = chosen === found ? -1 : found;
  $("hint").textContent =
    chosen < 0 ? "Click a sample to change it alone." : "Directions change this sample alone. Click it again for all.";
  update();
});
let walking = false;
const stroll = async () => {
  if (!walking) return;
  strolled += 0.02;
  await update();
  requestAnimationFrame(stroll);
};
$("walk").addEventListener("click", () => {
  walking = !walking;
  $("walk").setAttribute("aria-pressed", walking);
  $("walk").textContent = walking ? "Stop" : "Walk";
  stroll();
});
$("reset").addEventListener("click", () => {
  strolled = 0;
  chosen = -1;
  $("truncation").value = 1;
  for (const slider of document.querySelectorAll("#ways input")) slider.reset();
  update();
});
$("save").addEventListener("click", () => {
  const canvas = document.createElement("canvas");
  if (chosen < 0) draw(canvas, shown, COLUMNS, -1);
  else {
    const size = about.channels * about.height * about.width;
    draw(canvas, shown.slice(chosen * size, (chosen + 1) * size), 1, -1);
  }
  const link = document.createElement("a");
  link.download = `${about.name}-${$("seed").value}.png`;
  link.href = canvas.toDataURL("image/png");
  link.click();
});

// ---- proof: the samples of the first seeds as the trained network made them ----
const prove = async () => {
  const { count, bytes } = about.proof;
  const given = new Float32Array(count * about.size);
  for (let n = 0; n < count; n++) given.set(latent(n), n * about.size);
  const classes = about.classes.length;
  const found = await compute(given, classes > 0 ? Array.from({ length: count }, (_, n) => n % classes) : null);
  const wanted = Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0));
  let largest = 0;
  found.forEach((value, i) => {
    largest = Math.max(largest, Math.abs(byte(value) - wanted[i]));
  });
  document.body.dataset.difference = largest;
  $("proof").textContent =
    largest <= 1
      ? `Checked: this page and the trained network differ by at most ${largest} of 255 shades in any pixel.`
      : `This page differs from the trained network by ${largest} of 255 shades; the browser computes otherwise.`;
};
prove().then(update);
