// Ready-made shapes of points in the square from -1 to 1.

const COUNT = 600;
const SPREAD = 0.05;

const SHAPES = {
  ring: (i) => onCircle(0.7, i / COUNT),
  'two moons': (i) => {
    const angle = Math.random() * Math.PI;
    const [x, y] = [0.55 * Math.cos(angle) - 0.25, 0.6 * Math.sin(angle) - 0.15];
    return i % 2 ? [x, y] : [-x, -y];
  },
  cross: (i) => {
    const along = 1.4 * Math.random() - 0.7;
    return i % 2 ? [along, 0] : [0, along];
  },
  'eight spots': (i) => onCircle(0.7, (i % 8) / 8),
};

export const SHAPE_NAMES = Object.keys(SHAPES);

export const withinSquare = (value) => Math.max(-1, Math.min(1, value));

/** The points of a shape, slightly scattered; none for an unknown name. */
export function pointsOf(name) {
  const shape = SHAPES[name];
  if (!shape) return [];
  return Array.from({ length: COUNT }, (_, i) => shape(i).map((at) => withinSquare(at + noise())));
}

function onCircle(radius, share) {
  const angle = 2 * Math.PI * share;
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

const noise = () => (Math.random() + Math.random() - 1) * SPREAD;
