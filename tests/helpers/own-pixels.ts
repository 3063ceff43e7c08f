// The tests' document has no OffscreenCanvas: a canvas there keeps its pixels itself.
if (typeof HTMLCanvasElement !== 'undefined') {
  Object.defineProperty(HTMLCanvasElement.prototype, 'transferControlToOffscreen', {
    value(this: HTMLCanvasElement) {
      return this;
    },
  });
}
