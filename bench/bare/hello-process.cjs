// An empty child process, but for the one word that says it is there, and leaving with its parent.
'use strict';

process.send?.(0);
process.on('disconnect', () => process.exit());
