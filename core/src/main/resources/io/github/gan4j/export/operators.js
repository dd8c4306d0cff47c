// The operators of a network on typed arrays. A value is {d: numbers, s: sizes}, row by row, batch first.
const made = (sizes) => ({ d: new Float32Array(sizes.reduce((a, b) => a * b, 1)), s: sizes });
const each = (x, f) => {
  const y = made(x.s);
  for (let i = 0; i < y.d.length; i++) y.d[i] = f(x.d[i]);
  return y;
};
const strides = (sizes, wide) => {
  const steps = new Array(wide.length).fill(0);
  const first = wide.length - sizes.length;
  for (let i = sizes.length - 1, step = 1; i >= 0; i--) {
    if (sizes[i] > 1) steps[first + i] = step;
    step *= sizes[i];
  }
  return steps;
};
const both = (a, b, f) => {
  if (a.s.length === b.s.length && a.s.every((side, i) => side === b.s[i])) {
    const y = made(a.s);
    for (let i = 0; i < y.d.length; i++) y.d[i] = f(a.d[i], b.d[i]);
    return y;
  }
  const wide = [];
  for (let i = 1; i <= Math.max(a.s.length, b.s.length); i++)
    wide.unshift(Math.max(a.s[a.s.length - i] ?? 1, b.s[b.s.length - i] ?? 1));
  const y = made(wide);
  const one = strides(a.s, wide);
  const two = strides(b.s, wide);
  for (let i = 0; i < y.d.length; i++) {
    let p = 0;
    let q = 0;
    for (let k = wide.length - 1, rest = i; k >= 0; k--) {
      const place = rest % wide[k];
      p += place * one[k];
      q += place * two[k];
      rest = (rest - place) / wide[k];
    }
    y.d[i] = f(a.d[p], b.d[q]);
  }
  return y;
};
const add = (a, b, factor) => both(a, b, (x, y) => x + factor * y);
const subtract = (a, b) => both(a, b, (x, y) => x - y);
const multiply = (a, b) => both(a, b, (x, y) => x * y);
const addNumber = (x, number) => each(x, (v) => v + number);
const multiplyNumber = (x, number) => each(x, (v) => v * number);
const negate = (x) => each(x, (v) => -v);
const square = (x) => each(x, (v) => v * v);
const squareRoot = (x) => each(x, Math.sqrt);
const relu = (x) => each(x, (v) => (v > 0 ? v : 0));
const leakyRelu = (x, slope) => each(x, (v) => (v > 0 ? v : v * slope));
const tanh = (x) => each(x, Math.tanh);
const sigmoid = (x) => each(x, (v) => 1 / (1 + Math.exp(-v)));
const softplus = (x) => each(x, (v) => (v > 20 ? v : Math.log1p(Math.exp(v))));
const sign = (x) => each(x, Math.sign);
const clamp = (x, least, most) => each(x, (v) => Math.min(most, Math.max(least, v)));
const reshape = (x, ...sizes) => {
  const known = sizes.reduce((a, b) => (b < 0 ? a : a * b), 1);
  return { d: x.d, s: sizes.map((side) => (side < 0 ? x.d.length / known : side)) };
};
const flatten = (x) => reshape(x, x.s[0], -1);
// [outer, length, inner] around one dimension
const around = (x, dimension) => [
  x.s.slice(0, dimension).reduce((a, b) => a * b, 1),
  x.s[dimension],
  x.s.slice(dimension + 1).reduce((a, b) => a * b, 1),
];
const narrow = (x, dimension, start, count) => {
  const [outer, length, inner] = around(x, dimension);
  const y = made(x.s.map((side, i) => (i === dimension ? count : side)));
  for (let o = 0; o < outer; o++)
    y.d.set(x.d.subarray((o * length + start) * inner, (o * length + start + count) * inner), o * count * inner);
  return y;
};
const concatenate = (dimension, ...parts) => {
  const all = parts.reduce((sum, part) => sum + part.s[dimension], 0);
  const y = made(parts[0].s.map((side, i) => (i === dimension ? all : side)));
  let from = 0;
  for (const part of parts) {
    const [outer, length, inner] = around(part, dimension);
    for (let o = 0; o < outer; o++)
      y.d.set(part.d.subarray(o * length * inner, (o + 1) * length * inner), (o * all + from) * inner);
    from += length;
  }
  return y;
};
const join = (x, rows) => {
  const area = x.s.slice(2).reduce((a, b) => a * b, 1);
  const maps = made([x.s[0], rows.s[1], ...x.s.slice(2)]);
  for (let i = 0; i < rows.d.length; i++) maps.d.fill(rows.d[i], i * area, (i + 1) * area);
  return concatenate(1, x, maps);
};
const oneHot = (x, classes) => {
  const y = made([x.d.length, classes]);
  x.d.forEach((label, i) => {
    y.d[i * classes + label] = 1;
  });
  return y;
};
const meanOver = (x, ...dimensions) =>
  dimensions.reduce((value, dimension) => {
    const [outer, length, inner] = around(value, dimension);
    const y = made(value.s.map((side, i) => (i === dimension ? 1 : side)));
    for (let o = 0; o < outer; o++)
      for (let k = 0; k < length; k++)
        for (let i = 0; i < inner; i++) y.d[o * inner + i] += value.d[(o * length + k) * inner + i] / length;
    return y;
  }, x);
const sumPerSample = (x) => {
  const y = made([x.s[0]]);
  const size = x.d.length / x.s[0];
  for (let i = 0; i < x.d.length; i++) y.d[Math.floor(i / size)] += x.d[i];
  return y;
};
const lengths = (x) => squareRoot(sumPerSample(square(x)));
const dividePerSample = (x, by) => both(x, reshape(by, -1, ...x.s.slice(1).map(() => 1)), (a, b) => a / b);
const softmax = (x) => {
  const y = made(x.s);
  for (let from = 0; from < x.d.length; from += x.s[1]) {
    const row = x.d.subarray(from, from + x.s[1]);
    const most = Math.max(...row);
    const powers = row.map((v) => Math.exp(v - most));
    const sum = powers.reduce((a, b) => a + b, 0);
    y.d.set(
      powers.map((v) => v / sum),
      from,
    );
  }
  return y;
};
const logSumExp = (x) => {
  const y = made([x.s[0], 1]);
  for (let i = 0; i < x.s[0]; i++) {
    const row = x.d.subarray(i * x.s[1], (i + 1) * x.s[1]);
    const most = Math.max(...row);
    y.d[i] = most + Math.log(row.reduce((sum, v) => sum + Math.exp(v - most), 0));
  }
  return y;
};
// rows[o] += sum over k of weights(o, k) times columns[k]: four columns at a time, so that each row is read seldom
const accumulate = (rows, columns, weights) => {
  const length = rows[0].length;
  for (let o = 0; o < rows.length; o++) {
    const row = rows[o];
    let k = 0;
    for (; k + 3 < columns.length; k += 4) {
      const [a, b, c, d] = [columns[k], columns[k + 1], columns[k + 2], columns[k + 3]];
      const [p, q, r, s] = [weights(o, k), weights(o, k + 1), weights(o, k + 2), weights(o, k + 3)];
      for (let i = 0; i < length; i++) row[i] += p * a[i] + q * b[i] + r * c[i] + s * d[i];
    }
    for (; k < columns.length; k++) {
      const [a, p] = [columns[k], weights(o, k)];
      for (let i = 0; i < length; i++) row[i] += p * a[i];
    }
  }
};
const linear = (x, weight, bias) => {
  const [outputs, inputs] = weight.s;
  const count = x.d.length / inputs;
  const y = made([...x.s.slice(0, -1), outputs]);
  for (let o = 0; o < outputs; o++) {
    const row = weight.d.subarray(o * inputs, (o + 1) * inputs);
    for (let n = 0; n < count; n++) {
      let sum = bias ? bias.d[o] : 0;
      for (let i = 0, at = n * inputs; i < inputs; i++, at++) sum += row[i] * x.d[at];
      y.d[n * outputs + o] = sum;
    }
  }
  return y;
};
// the planes of one channel of all samples, one behind the other
const channel = (x, c, area) => {
  const row = new Float32Array(x.s[0] * area);
  for (let n = 0; n < x.s[0]; n++) row.set(x.d.subarray((n * x.s[1] + c) * area, (n * x.s[1] + c + 1) * area), n * area);
  return row;
};
const spread = (y, rows, area, first) => {
  rows.forEach((row, c) => {
    for (let n = 0; n < y.s[0]; n++) y.d.set(row.subarray(n * area, (n + 1) * area), (n * y.s[1] + first + c) * area);
  });
};
const convolution = (x, weight, bias, stride, padding, groups) => {
  const [batch, , height, width] = x.s;
  const [outputs, inputs, kernel] = weight.s;
  const h = Math.floor((height + 2 * padding - kernel) / stride) + 1;
  const w = Math.floor((width + 2 * padding - kernel) / stride) + 1;
  const y = made([batch, outputs, h, w]);
  const own = outputs / groups;
  const area = kernel * kernel;
  for (let g = 0; g < groups; g++) {
    const rows = [];
    for (let o = 0; o < own; o++) rows.push(new Float32Array(batch * h * w).fill(bias ? bias.d[g * own + o] : 0));
    for (let c = 0; c < inputs; c++) {
      const columns = [];
      const planes = channel(x, g * inputs + c, height * width);
      for (let ky = 0; ky < kernel; ky++)
        for (let kx = 0; kx < kernel; kx++) {
          const column = new Float32Array(batch * h * w);
          for (let n = 0; n < batch; n++)
            for (let i = 0; i < h; i++) {
              const row = i * stride + ky - padding;
              if (row < 0 || row >= height) continue;
              for (let j = 0; j < w; j++) {
                const at = j * stride + kx - padding;
                if (at >= 0 && at < width) column[(n * h + i) * w + j] = planes[(n * height + row) * width + at];
              }
            }
          columns.push(column);
        }
      accumulate(rows, columns, (o, k) => weight.d[((g * own + o) * inputs + c) * area + k]);
    }
    spread(y, rows, h * w, g * own);
  }
  return y;
};
const transposedConvolution = (x, weight, bias, stride, padding, extra) => {
  const [batch, inputs, height, width] = x.s;
  const [, outputs, kernel] = weight.s;
  const h = (height - 1) * stride - 2 * padding + kernel + extra;
  const w = (width - 1) * stride - 2 * padding + kernel + extra;
  const y = made([batch, outputs, h, w]);
  const columns = [];
  for (let c = 0; c < inputs; c++) columns.push(channel(x, c, height * width));
  const area = kernel * kernel;
  for (let o = 0; o < outputs; o++) {
    const plane = new Float32Array(batch * h * w).fill(bias ? bias.d[o] : 0);
    const taps = [];
    for (let k = 0; k < area; k++) taps.push(new Float32Array(batch * height * width));
    accumulate(taps, columns, (k, c) => weight.d[(c * outputs + o) * area + k]);
    taps.forEach((tap, k) => {
      const ky = Math.floor(k / kernel) - padding;
      const kx = (k % kernel) - padding;
      for (let n = 0; n < batch; n++)
        for (let i = 0; i < height; i++) {
          const row = i * stride + ky;
          if (row < 0 || row >= h) continue;
          for (let j = 0; j < width; j++) {
            const at = j * stride + kx;
            if (at >= 0 && at < w) plane[(n * h + row) * w + at] += tap[(n * height + i) * width + j];
          }
        }
    });
    spread(y, [plane], h * w, o);
  }
  return y;
};
const batchNormalisation = (x, scale, offset, mean, variance, epsilon) => {
  const y = made(x.s);
  const area = x.s.slice(2).reduce((a, b) => a * b, 1);
  for (let n = 0; n < x.s[0]; n++)
    for (let c = 0; c < x.s[1]; c++) {
      const factor = scale.d[c] / Math.sqrt(variance.d[c] + epsilon);
      const from = (n * x.s[1] + c) * area;
      for (let i = from; i < from + area; i++) y.d[i] = (x.d[i] - mean.d[c]) * factor + offset.d[c];
    }
  return y;
};
// every pixel from a place of the plane before
const planes = (x, h, w, f) => {
  const y = made([x.s[0], x.s[1], h, w]);
  for (let p = 0; p < x.s[0] * x.s[1]; p++)
    for (let i = 0; i < h; i++)
      for (let j = 0; j < w; j++) y.d[(p * h + i) * w + j] = f(p * x.s[2] * x.s[3], i, j);
  return y;
};
const resizeNearest = (x, h, w) => {
  const place = (i, before, after) => Math.min(Math.floor(Math.fround(i * Math.fround(before / after))), before - 1);
  return planes(x, h, w, (from, i, j) => x.d[from + place(i, x.s[2], h) * x.s[3] + place(j, x.s[3], w)]);
};
const resizeBilinear = (x, h, w) => {
  const taps = (before, after) =>
    Array.from({ length: after }, (_, i) => {
      const at = Math.max(0, ((i + 0.5) * before) / after - 0.5);
      const low = Math.min(Math.floor(at), before - 1);
      return [low, Math.min(low + 1, before - 1), at - low];
    });
  const rows = taps(x.s[2], h);
  const columns = taps(x.s[3], w);
  return planes(x, h, w, (from, i, j) => {
    const [top, bottom, down] = rows[i];
    const [left, right, along] = columns[j];
    const at = (row, column) => x.d[from + row * x.s[3] + column];
    return (
      (at(top, left) * (1 - along) + at(top, right) * along) * (1 - down) +
      (at(bottom, left) * (1 - along) + at(bottom, right) * along) * down
    );
  });
};
const pool = (x, window, first, f) =>
  planes(x, Math.floor(x.s[2] / window), Math.floor(x.s[3] / window), (from, i, j) => {
    let value = first;
    for (let a = 0; a < window; a++)
      for (let b = 0; b < window; b++) value = f(value, x.d[from + (i * window + a) * x.s[3] + j * window + b]);
    return value;
  });
const maxPool = (x, window) => pool(x, window, Number.NEGATIVE_INFINITY, Math.max);
const averagePool = (x, window) => pool(x, window, 0, (sum, v) => sum + v / (window * window));
const maxout = (x, pieces) => {
  const y = made([x.s[0], x.s[1] / pieces]).d.map((_, i) => Math.max(...x.d.subarray(i * pieces, (i + 1) * pieces)));
  return { d: y, s: [x.s[0], x.s[1] / pieces] };
};
const pixelShuffle = (x, factor) => {
  const [batch, channels, height, width] = x.s;
  const y = made([batch, channels / factor ** 2, height * factor, width * factor]);
  for (let n = 0; n < batch; n++)
    for (let c = 0; c < channels; c++) {
      const to = Math.floor(c / factor ** 2);
      const down = Math.floor((c % factor ** 2) / factor);
      const along = c % factor;
      for (let i = 0; i < height; i++)
        for (let j = 0; j < width; j++)
          y.d[((n * y.s[1] + to) * y.s[2] + i * factor + down) * y.s[3] + j * factor + along] =
            x.d[((n * channels + c) * height + i) * width + j];
    }
  return y;
};
const pixelUnshuffle = (x, factor) => {
  const [batch, channels, height, width] = x.s;
  const y = made([batch, channels * factor ** 2, height / factor, width / factor]);
  for (let i = 0; i < y.d.length; i++) {
    const j = i % y.s[3];
    const row = Math.floor(i / y.s[3]) % y.s[2];
    const c = Math.floor(i / (y.s[2] * y.s[3])) % y.s[1];
    const n = Math.floor(i / (y.s[1] * y.s[2] * y.s[3]));
    const from = Math.floor(c / factor ** 2);
    const down = Math.floor((c % factor ** 2) / factor);
    y.d[i] = x.d[((n * channels + from) * height + row * factor + down) * width + j * factor + (c % factor)];
  }
  return y;
};
