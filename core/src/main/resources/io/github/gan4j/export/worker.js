// Computes samples apart from the page, so that it stays responsive.
let weights;
const decoded = (about, text) => {
  const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  const half = (bits) => {
    const [exponent, mantissa] = [(bits >> 10) & 31, bits & 1023];
    const size = exponent === 0 ? mantissa * 2 ** -24 : (1 + mantissa / 1024) * 2 ** (exponent - 15);
    return bits & 0x8000 ? -size : size;
  };
  const found = {};
  for (const { name, sizes } of about.weights) {
    const numbers = new Float32Array(sizes.reduce((a, b) => a * b, 1));
    for (let i = 0; i < numbers.length; i++, at += about.half ? 2 : 4)
      numbers[i] = about.half ? half(view.getUint16(at, true)) : view.getFloat32(at, true);
    found[name] = { d: numbers, s: sizes };
  }
  return found;
};
onmessage = ({ data }) => {
  if (data.about) {
    weights = decoded(data.about, data.text);
    return;
  }
  const count = data.latents.length / data.size;
  const input = { latent: { d: data.latents, s: [count, data.size] } };
  if (data.label !== null) input.label = { d: new Float32Array(count).fill(data.label), s: [count] };
  if (data.labels) input.label = { d: Float32Array.from(data.labels), s: [count] };
  const began = performance.now();
  const samples = network(input, weights).d;
  postMessage({ id: data.id, samples, milliseconds: performance.now() - began });
};
