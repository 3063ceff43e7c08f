// Loaded into Electron's main process ahead of the application: says, in one line of JSON, when the
// first window's page first showed something (wall clock, in ms).
'use strict';

const { app } = require('electron');

const FIRST_PAINT = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const paint = list.getEntriesByName('first-contentful-paint')[0];
    if (paint) resolve(performance.timeOrigin + paint.startTime);
  }).observe({ type: 'paint', buffered: true });
})`;

app.once('web-contents-created', (_, contents) => {
  contents.once('dom-ready', () => {
    contents.executeJavaScript(FIRST_PAINT).then(
      (paintedMs) => process.stdout.write(`${JSON.stringify({ paintedMs })}\n`),
      (error) => process.stderr.write(`${String(error)}\n`),
    );
  });
});
