// The app's icons, drawn: three steps, each higher than the last. Teams wants 192×192 in colour and 32×32 in white on
// nothing (TEAMS.md §5). No picture files, so that nobody has to ask where they come from.
import { PNG } from 'pngjs';

type Rgba = readonly [number, number, number, number];

/** Petrol, dark enough for white on it (contrast 9 : 1). */
const ground: Rgba = [15, 76, 92, 255];
const white: Rgba = [255, 255, 255, 255];
const nothing: Rgba = [255, 255, 255, 0];

/** Each pixel is the mean of this many samples a side: smooth corners without a drawing library. */
const samples = 4;

/** Steps on a square of 1 × 1, with room around them as Teams asks. */
const steps = [
  { left: 0.2, top: 0.6 },
  { left: 0.41, top: 0.42 },
  { left: 0.62, top: 0.24 },
];
const stepWidth = 0.18;
const floor = 0.78;
const roundness = 0.035;

function onStep(x: number, y: number): boolean {
  return steps.some(({ left, top }) => inRounded(x - left, y - top, stepWidth, floor - top));
}

function inRounded(x: number, y: number, width: number, height: number): boolean {
  if (x < 0 || y < 0 || x > width || y > height) return false;
  const dx = Math.max(roundness - x, x - (width - roundness), 0);
  const dy = Math.max(roundness - y, y - (height - roundness), 0);
  return dx * dx + dy * dy <= roundness * roundness;
}

function draw(size: number, colourOf: (x: number, y: number) => Rgba): Buffer {
  const png = new PNG({ width: size, height: size });
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const sum = [0, 0, 0, 0];
      for (let sample = 0; sample < samples * samples; sample += 1) {
        const x = (column + ((sample % samples) + 0.5) / samples) / size;
        const y = (row + (Math.floor(sample / samples) + 0.5) / samples) / size;
        colourOf(x, y).forEach((value, channel) => (sum[channel] = (sum[channel] ?? 0) + value));
      }
      sum.forEach((value, channel) => (png.data[(row * size + column) * 4 + channel] = value / samples ** 2));
    }
  }
  return PNG.sync.write(png);
}

/** 192×192: white steps on petrol. */
export function colourIcon(): Buffer {
  return draw(192, (x, y) => (onStep(x, y) ? white : ground));
}

/** 32×32: white steps on nothing; the shape fills the square, as it has no ground. */
export function outlineIcon(): Buffer {
  return draw(32, (x, y) => (onStep(zoomed(x), zoomed(y)) ? white : nothing));
}

function zoomed(value: number): number {
  return 0.5 + (value - 0.5) * 0.68;
}
