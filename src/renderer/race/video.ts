// Records what is drawn on a canvas as a WebM video.
import { after, nowMs } from '../canvas/frame';

const picturesPerSecond = 30;
const bitsPerSecond = 4_000_000;
const type = 'video/webm';

const waitMs = (ms: number): Promise<void> => new Promise((resolve) => void after(ms, resolve));

/** The data address of a blob. */
function dataUrlOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('the video could not be read'));
    reader.readAsDataURL(blob);
  });
}

export interface Video {
  readonly canvas: HTMLCanvasElement;
  /** In real time: so long it takes to record. */
  readonly seconds: number;
  /** Draws the picture at a moment, in seconds from the video's beginning. */
  readonly draw: (second: number) => void;
  readonly isStopped: () => boolean;
}

/**
 * Records a video in real time.
 * @returns its data address; undefined where it was stopped
 */
export async function recordVideo({
  canvas,
  seconds,
  draw,
  isStopped,
}: Video): Promise<string | undefined> {
  draw(0);
  const stream = canvas.captureStream(picturesPerSecond);
  const recorder = new MediaRecorder(stream, {
    mimeType: `${type};codecs=vp8`,
    videoBitsPerSecond: bitsPerSecond,
  });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => void parts.push(data);
  const ended = new Promise<void>((resolve, reject) => {
    recorder.onstop = () => resolve();
    recorder.onerror = () => reject(new Error('MediaRecorder'));
  });
  recorder.start();
  const beganMs = nowMs();
  for (let second = 0; second < seconds && !isStopped(); second = (nowMs() - beganMs) / 1000) {
    draw(second);
    await waitMs(1000 / picturesPerSecond);
  }
  draw(seconds);
  await waitMs(1000 / picturesPerSecond);
  if (recorder.state !== 'inactive') recorder.stop();
  await ended;
  for (const track of stream.getTracks()) track.stop();
  return isStopped() ? undefined : dataUrlOf(new Blob(parts, { type }));
}
