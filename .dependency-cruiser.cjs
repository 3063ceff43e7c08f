// Who may import whom. A folder's name says where its code may run; these rules keep it so.
'use strict';

/** @param {...string} names folders under src */
const layers = (...names) => `^src/(${names.join('|')})/`;

/**
 * @param {string} layer
 * @param {readonly string[]} allowed the other folders under src it may import from
 * @param {string} comment the reason
 */
const layer = (layer, allowed, comment) => ({
  name: `${layer}-imports`,
  comment,
  severity: 'error',
  from: { path: layers(layer) },
  to: { path: '^src/', pathNot: layers(layer, ...allowed) },
});

/**
 * What of the engine runs inside measured children and the sampler's process. Beside it stands the
 * engine's own side of the sampler and of a run's mark.
 */
const childHalf =
  '^src/engine/(host|machine|sampler(?!/sampler-client\\.ts)|processes(?!/run-mark\\.ts))/';

/** Rooms of the page below everything that knows the app's state. */
const rooms = (...names) => `^src/renderer/(${names.join('|')})/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    layer('shared', [], 'The contracts stand on nothing, so that everything can stand on them.'),
    layer('analysis', ['shared'], 'Statistics are pure: window, terminal and tests share them.'),
    layer('present', ['shared', 'analysis'], 'What is shown is written once, for every outlet.'),
    layer(
      'report',
      ['shared', 'analysis', 'present'],
      'Exporters are pure: a report in, text out.',
    ),
    layer('engine', ['shared', 'analysis'], 'The engine measures the same under every shell.'),
    layer(
      'main',
      ['shared', 'analysis', 'present', 'report', 'engine'],
      'The shell builds on the engine.',
    ),
    layer(
      'cli',
      ['shared', 'analysis', 'present', 'report', 'engine'],
      'The same engine with no window.',
    ),
    layer('renderer', ['shared', 'analysis', 'present'], 'The page is sandboxed: it has no Node.'),
    {
      name: 'workers-imports',
      comment:
        'Measured children carry as little as they can: of the engine only what reads the machine, the ' +
        "clock and the host's own half of a trial.",
      severity: 'error',
      from: { path: layers('workers') },
      to: {
        path: '^src/',
        pathNot: [layers('workers', 'shared'), childHalf, '^src/engine/clock\\.ts$'],
      },
    },
    {
      name: 'preload-imports',
      comment: 'The preload is one small file: of the contract only names and types.',
      severity: 'error',
      from: { path: layers('preload') },
      to: {
        path: '^src/',
        pathNot: [layers('preload'), '^src/shared/wire/ipc-names\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'preload-types',
      comment: "The preload speaks the contract's language and no other layer's.",
      severity: 'error',
      from: { path: layers('preload') },
      to: { path: '^src/', pathNot: layers('preload', 'shared') },
    },
    {
      name: 'host-half-stands-alone',
      comment: 'What runs inside measured children must not pull in the engine that starts them.',
      severity: 'error',
      from: { path: childHalf },
      to: {
        path: '^src/engine/',
        pathNot: [childHalf, '^src/engine/(clock|types|random)\\.ts$'],
      },
    },
    {
      name: 'machine-is-the-ground',
      comment: 'Reading the machine needs nothing of what is done with the readings.',
      severity: 'error',
      from: { path: '^src/engine/machine/' },
      to: { path: '^src/engine/', pathNot: '^src/engine/(machine/|clock\\.ts$)' },
    },
    {
      name: 'a-trial-knows-no-run',
      comment:
        'What runs a trial is used by runs, estimates and claims alike: it knows of none of them.',
      severity: 'error',
      from: {
        path: '^src/engine/(trial|launch|host|sampler|machine|processes|files|python|own-code|record)/',
      },
      to: { path: '^src/engine/(run|claims|store)/' },
    },
    {
      name: 'model-is-the-ground',
      comment: 'What was measured, as columns: every picture is made of it, and it knows of none.',
      severity: 'error',
      from: { path: rooms('model') },
      to: { path: '^src/renderer/', pathNot: rooms('model') },
    },
    {
      name: 'scenes-are-pure',
      comment: 'A scene is worked out from the model alone, so that it is tested without a canvas.',
      severity: 'error',
      from: { path: rooms('(timeline|break-even)/scene') },
      to: {
        path: ['^src/renderer/', '(^|/)node_modules/'],
        pathNot: [
          rooms('model'),
          rooms('(timeline|break-even)/scene'),
          '^src/renderer/canvas/bar-box\\.ts$',
        ],
      },
    },
    {
      name: 'drawing-decides-nothing',
      comment: 'Drawing puts a scene on a canvas: it asks no store and holds no state.',
      severity: 'error',
      from: { path: rooms('(timeline|break-even)/draw') },
      to: {
        path: ['^src/renderer/', '(^|/)node_modules/'],
        pathNot: [rooms('model', 'canvas'), rooms('(timeline|break-even)/(scene|draw)')],
      },
    },
    {
      name: 'canvas-knows-no-picture',
      comment: "The window's one drawing clock and its pen serve every picture alike.",
      severity: 'error',
      from: { path: rooms('canvas') },
      to: { path: '^src/renderer/', pathNot: rooms('canvas', 'model', 'keys') },
    },
    {
      name: 'keys-know-no-place',
      comment: 'The key map lists what keys do; the places say how.',
      severity: 'error',
      from: { path: rooms('keys') },
      to: { path: '^src/renderer/', pathNot: rooms('keys') },
    },
    {
      name: 'parts-know-no-app',
      comment:
        'Buttons, fields and charts are given what they show: they ask no store and no place.',
      severity: 'error',
      from: { path: rooms('ui', 'charts') },
      to: { path: '^src/renderer/', pathNot: rooms('ui', 'charts', 'canvas', 'keys') },
    },
    {
      name: 'stores-know-no-place',
      comment: 'Stores and the draft hold decisions; the places that show them come and go.',
      severity: 'error',
      from: { path: rooms('stores', 'draft') },
      to: {
        path: '^src/renderer/',
        pathNot: rooms('stores', 'draft', 'model', 'canvas', 'styles'),
      },
    },
    {
      name: 'entries-are-entries',
      comment: 'An entry runs when it is imported: it is started as a child, never imported.',
      severity: 'error',
      from: {},
      to: { path: '\\.entry\\.ts$' },
    },
    {
      name: 'pure-without-node',
      comment: 'Pure layers and the page run where there is no Node.',
      severity: 'error',
      from: { path: layers('shared', 'analysis', 'present', 'report', 'renderer', 'preload') },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'electron-in-its-shell',
      comment: 'Electron is known to the shell alone, so that everything else runs without it.',
      severity: 'error',
      from: { path: '^src/', pathNot: layers('main', 'preload') },
      to: { path: '(^|/)node_modules/electron/' },
    },
    {
      name: 'window-libraries-in-the-window',
      comment: 'What draws the window is of no use anywhere else.',
      severity: 'error',
      from: { path: '^src/', pathNot: layers('renderer') },
      to: { path: '(^|/)node_modules/(vue|@vue|pinia|chart\\.js|vue-chartjs|@fontsource)/' },
    },
    {
      name: 'schemas-in-shared',
      comment: 'Inputs are described once, in the contracts; others use the schemas they export.',
      severity: 'error',
      from: { path: '^src/', pathNot: layers('shared') },
      to: { path: '(^|/)node_modules/zod/' },
    },
    {
      name: 'no-circle',
      comment: 'Files that need each other are one file, or need a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-circle-of-folders',
      comment:
        'Folders that need each other are one folder, or a file of one stands in the wrong room.',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphan',
      comment: 'What nobody imports is not needed, unless something starts it.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '\\.entry\\.ts$',
          '^src/(main|cli|preload)/index\\.ts$',
          '^src/renderer/probe/frames\\.ts$',
          // The build's own: what CSS names as `@media (--narrow)`.
          '^src/renderer/styles/breakpoints\\.ts$',
        ],
      },
      to: {},
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere fails later and less clearly.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
