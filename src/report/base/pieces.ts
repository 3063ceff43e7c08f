// Text made piece by piece: small pieces are gathered, so that a writer is handed few large ones.

/** Large enough to be written at once, small enough to be nothing beside the report itself. */
const pieceLength = 1 << 18;

/** The same text in pieces of about 256 KiB; the last may be shorter. */
export function* coalesceChunks(pieces: Iterable<string>): Generator<string> {
  let waiting: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length < pieceLength) continue;
    yield waiting.join('');
    waiting = [];
    length = 0;
  }
  if (length > 0) yield waiting.join('');
}
