// A walk as a WebM film, recorded by the browser from a canvas that shows one frame after the other.
import { blob } from './api.js';

/** As those of the GIF. */
const FRAME_MILLIS = 60;
const SIDE = 256;
const MOST_FRAMES = 200;
const FRAMES_A_LEG = 40;
const COLUMNS = 20;
const BITS_A_SECOND = 4e6;
const TYPES = ['video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm'];

/** What this browser records; undefined where it cannot. */
export const webmType = () =>
  window.MediaRecorder && HTMLCanvasElement.prototype.captureStream
    ? TYPES.find((type) => MediaRecorder.isTypeSupported(type))
    : undefined;

/**
 * Records a walk over some stops, as long as it takes to show it once.
 *
 * @param sheetOf the path of a picture of a number of frames, by that number and the length of its rows
 * @param on callbacks: `progress` with the share shown, `isWanted`
 * @return the film; undefined once it is no longer wanted
 */
export async function webm(sheetOf, stops, { width, height }, { progress, isWanted }) {
  const frames = Math.min(MOST_FRAMES, FRAMES_A_LEG * (stops - 1));
  const sheet = await createImageBitmap(await blob(sheetOf(frames, COLUMNS)));
  const factor = Math.max(1, Math.floor(SIDE / width));
  const canvas = Object.assign(document.createElement('canvas'), { width: factor * width, height: factor * height });
  const pen = canvas.getContext('2d');
  pen.imageSmoothingEnabled = false;
  const [track] = canvas.captureStream(0).getTracks();
  const recorder = new MediaRecorder(new MediaStream([track]), {
    mimeType: webmType(),
    videoBitsPerSecond: BITS_A_SECOND,
  });
  const parts = [];
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  const over = new Promise((stopped) => recorder.addEventListener('stop', stopped));
  recorder.start();
  for (let i = 0; i < frames && isWanted(); i++) {
    const [column, row] = [i % COLUMNS, Math.floor(i / COLUMNS)];
    pen.drawImage(sheet, column * width, row * height, width, height, 0, 0, canvas.width, canvas.height);
    track.requestFrame();
    progress((i + 1) / frames);
    await new Promise((shown) => setTimeout(shown, FRAME_MILLIS));
  }
  recorder.stop();
  await over;
  track.stop();
  return isWanted() ? new Blob(parts, { type: 'video/webm' }) : undefined;
}
