// Loads every typeface at the start: what is drawn first is drawn again when they are there, and
// nothing changes its look later.

const faces = [
  ...[300, 400, 500, 600].map((weight) => `${weight} 13px 'IBM Plex Sans'`),
  ...[300, 400, 500].map((weight) => `${weight} 12px 'IBM Plex Mono'`),
];

/** Resolves when every face is there; rejects where one can't be loaded. */
export async function loadFaces(): Promise<void> {
  await Promise.all(faces.map((face) => document.fonts.load(face)));
}
