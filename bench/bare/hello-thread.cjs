// An empty worker thread, but for the one word that says it is there.
'use strict';

require('node:worker_threads').parentPort?.postMessage(0);
