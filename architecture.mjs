// What may import what: dependency-cruiser reads this in `npm run check`, and tests/guards seeds a violation of each rule.

/** The modules in the order in which they may use one another: each knows those before it. */
export const moduleOrder = [
  'organisation',
  'people',
  'correspondence',
  'legal-documents',
  'procedures',
  'dues',
  'papers',
  'notices',
  'signatures',
  'dossiers',
  'desk',
  'feedback',
  'tasks',
  'inspections',
  'follow-up',
  'registers',
  'figures',
  'indices',
  'reports',
];

const tests = String.raw`\.test\.tsx?$`;

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Two files that need each other, by a type alone or not, are one thing in two places.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'kernel-knows-no-world',
      comment:
        'The kernel is words without a world: it imports nothing of ours but itself, and no package but the reader of conditions.',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: tests },
      to: { path: '^(src/|node_modules/)', pathNot: ['^src/kernel/', '^node_modules/feelin/'] },
    },
    {
      name: 'platform-knows-no-city',
      comment: 'A plug knows nothing of what the city does with it: the platform imports only the kernel.',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: tests },
      to: { path: '^src/', pathNot: '^src/(kernel|platform)/' },
    },
    {
      name: 'rules-are-pure',
      comment:
        'A rule gets the day, the calendar and the journal as arguments: it imports the kernel and other rules only.',
      severity: 'error',
      from: { path: '^src/.+/rules/', pathNot: tests },
      to: { path: '^src/', pathNot: ['^src/kernel/', '/rules/', '/refusals\\.ts$'] },
    },
    {
      name: 'refusals-are-words',
      comment:
        'A catalogue of refusals is codes and sentences, so that a rule may name them: it imports the kernel and rules only.',
      severity: 'error',
      from: { path: '^src/(case-engine|modules|platform)/.*refusals\\.ts$' },
      to: { path: '^(src/|node_modules/)', pathNot: ['^src/kernel/', '/rules/'] },
    },
    {
      name: 'rules-use-no-machine',
      comment: 'A rule uses no package and nothing of Node: what it says must hold on any machine, at any time.',
      severity: 'error',
      from: { path: '^src/.+/rules/', pathNot: tests },
      // feelin reads the conditions of a procedure: pure, and part of the rule's own language
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'core'], pathNot: '^node_modules/feelin/' },
    },
    {
      name: 'case-engine-knows-no-module',
      comment: 'A kind of case is data given to the engine: the engine never names a module.',
      severity: 'error',
      from: { path: '^src/case-engine/', pathNot: tests },
      to: { path: '^src/', pathNot: '^src/(kernel|case-engine|platform)/' },
    },
    {
      name: 'modules-are-listed',
      comment: 'A module has a place in the order of this file before anyone uses it.',
      severity: 'error',
      from: {},
      to: { path: '^src/modules/', pathNot: `^src/modules/(${moduleOrder.join('|')})/` },
    },
    ...moduleOrder.slice(0, -1).map((module, place) => ({
      name: `${module}-comes-before`,
      comment: `A module uses only those above it in the list: ${module} comes before ${moduleOrder.slice(place + 1).join(', ')}.`,
      severity: 'error',
      from: { path: `^src/modules/${module}/`, pathNot: tests },
      to: { path: `^src/modules/(${moduleOrder.slice(place + 1).join('|')})/` },
    })),
    {
      name: 'modules-by-the-door',
      comment:
        "Another module is entered by its index.ts; only a rule may read another module's rule, because a door opens on stores too.",
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/', pathNot: [tests, '/rules/'] },
      to: { path: '^src/modules/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$'] },
    },
    {
      name: 'city-year-writes-no-other-way',
      comment:
        'The city-year runs the rules themselves: it enters a module by its door or by its rules, never by a store or a command behind it.',
      severity: 'error',
      from: { path: '^src/city-year/', pathNot: tests },
      to: { path: '^src/modules/', pathNot: ['^src/modules/[^/]+/index\\.ts$', '/rules/'] },
    },
    {
      name: 'city-year-is-a-tool',
      comment:
        'Nothing in the program knows that dossiers may be generated: only the command line and the demo city ask for it.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['^src/city-year/', '^src/surfaces/command-line/', '^src/load-demo-year\\.ts$', tests],
      },
      to: { path: '^src/city-year/' },
    },
    {
      name: 'city-year-knows-no-surface',
      comment: 'A generated year is the same whoever looks: the city-year imports no surface and not app.ts.',
      severity: 'error',
      from: { path: '^src/city-year/', pathNot: tests },
      to: { path: '^src/', pathNot: '^src/(kernel|case-engine|modules|platform|city-year)/' },
    },
    {
      name: 'everyone-by-the-door',
      comment: 'Surfaces and main.ts enter a module by its index.ts.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(modules|city-year)/', tests] },
      to: { path: '^src/modules/', pathNot: '^src/modules/[^/]+/index\\.ts$' },
    },
    {
      name: 'app-by-the-door',
      comment: "What a surface may ask for is gathered in app.ts; its parts are nobody else's.",
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/app\\.ts$', '^src/app/', tests] },
      to: { path: '^src/app/' },
    },
    {
      name: 'modules-know-no-surface',
      comment: 'What the city does never depends on who is looking: a module imports no surface and not app.ts.',
      severity: 'error',
      from: { path: '^src/modules/', pathNot: tests },
      to: { path: '^src/', pathNot: '^src/(kernel|case-engine|modules|platform)/' },
    },
    {
      name: 'surfaces-have-no-plug',
      comment:
        'A surface reaches database and files only through app.ts; of the platform it uses the log, the settings, file names and chance.',
      severity: 'error',
      from: { path: '^src/surfaces/', pathNot: ['^src/surfaces/command-line/', tests] },
      to: {
        path: '^src/platform/',
        pathNot: '^src/platform/(log|settings|file-name|random)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'surfaces-write-nothing',
      comment:
        'A surface asks app.ts for a move: of the case engine it reads rules and the shapes of a call, never the store.',
      severity: 'error',
      from: { path: '^src/surfaces/', pathNot: ['^src/surfaces/command-line/', tests] },
      to: {
        path: '^src/case-engine/',
        pathNot: '^src/case-engine/(rules/|refusals\\.ts$)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'surfaces-apart',
      comment:
        'One surface does not know another: they share the parts of ui and the shell in web, and web/server.ts joins them.',
      severity: 'error',
      from: { path: '^src/surfaces/([^/]+)/', pathNot: ['^src/surfaces/web/server\\.ts$', tests] },
      to: { path: '^src/surfaces/', pathNot: ['^src/surfaces/$1/', '^src/surfaces/(ui|web)/'] },
    },
    {
      name: 'ui-knows-only-words',
      comment: 'A part of the face is given what it shows: ui imports only the kernel.',
      severity: 'error',
      from: { path: '^src/surfaces/ui/', pathNot: tests },
      to: { path: '^src/', pathNot: '^src/(kernel|surfaces/ui)/' },
    },
    {
      name: 'main-is-the-end',
      comment: 'Nothing in src imports main.ts, which puts everything together.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/main\\.ts$' },
    },
    {
      name: 'program-without-tests',
      comment: 'The program runs without its tests, stories, measurements and development packages.',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { path: [tests, '^(tests|stories|bench)/'] },
    },
    {
      name: 'program-without-tools',
      comment: 'A package the program imports at run time is a dependency, not a development tool.',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only'], pathNot: '^node_modules/@types/' },
    },
    {
      name: 'packages-are-declared',
      comment: 'Every package that is imported stands in package.json, with its version.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'imports-are-found',
      comment: 'An import that leads nowhere is a mistake that only the start of the program would notice.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // the fonts were cut once, by a script with a package of its own
    exclude: { path: '^(reference|docs|src/surfaces/ui/fonts)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    cache: false,
  },
};
