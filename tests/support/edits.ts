import type { Random } from '../../scripts/generate/random.ts';
import type { Files } from '../../src/wiki/rules/define-rule.ts';

/** What curators do to a generated archive: the files, what number the edit is, and where chance comes from. */
export type Edit = (files: Files, step: number, random: Random) => Files;

const pick = (files: Files, folder: string, random: Random) =>
  random.pick(
    Object.keys(files)
      .filter((path) => path.startsWith(folder))
      .sort(),
  );
const slugOf = (path: string) => path.replace(/^.*\/|\.\w+$/g, '');

/** Replaces text in one file of a folder, drawn by chance. */
const rewrite =
  (folder: string, pattern: RegExp, replacement: (step: number, files: Files, random: Random) => string): Edit =>
  (files, step, random) => {
    const path = pick(files, folder, random);
    return { ...files, [path]: (files[path] as string).replace(pattern, replacement(step, files, random)) };
  };

const added = (step: number) => `articles/added-${step}.md`;
const isAdded = (path: string) => path.startsWith('articles/added-');
const CLAIM = /^- id: (?:.*\n)(?: .*\n|\n(?= ))+/m;

export const EDITS: Readonly<Record<string, Edit>> = {
  'change a claim': rewrite('claims/', /text: >-\n\s+/, (step) => `$&Edit ${step}: `),
  add: (files, step, random) => {
    const concept = slugOf(pick(files, 'concepts/', random));
    return { ...files, [added(step)]: `---\ntitle: Added ${step}\nformat: guide\n---\nSee [[${concept}]].\n` };
  },
  'change the time of a claim': rewrite('claims/', /at: "[^"]*"/, (step) => `at: "0:${10 + (step % 49)}"`),
  'change a page': (files, step, random) => {
    const path = pick(files, 'concepts/', random);
    return { ...files, [path]: `${files[path]}\nA paragraph more, number ${step}.\n` };
  },
  'change the name of a guest': rewrite('guests/', /^title: .*$/m, (step) => `$& ${step}`),
  'show code': (files, step, random) => {
    const path = pick(files, 'concepts/', random);
    return { ...files, [path]: `${files[path]}\n\`\`\`ts\nconst step = ${step};\n\`\`\`\n` };
  },
  'change what a page links to': (files, step, random) => {
    const path = pick(files, 'concepts/', random);
    const other = slugOf(pick(files, 'concepts/', random));
    return { ...files, [path]: `${files[path]}\nSee [[${other}]], number ${step}.\n` };
  },
  'change the settings': (files, step) => ({
    ...files,
    'settings.yaml': (files['settings.yaml'] as string).replace(/^title: .*$/m, `title: Archive ${step}`),
  }),
  rename: (files, step) => {
    const old = Object.keys(files).filter(isAdded).sort()[0];
    if (!old) return files;
    const { [old]: text, ...rest } = files;
    return { ...rest, [added(step)]: text as string };
  },
  delete: (files) => {
    const old = Object.keys(files).filter(isAdded).sort()[0];
    if (!old) return files;
    const { [old]: _, ...rest } = files;
    return rest;
  },
  'add a claim': (files, step, random) => {
    const path = pick(files, 'claims/', random);
    const text = files[path] as string;
    const claim = (CLAIM.exec(text) as RegExpExecArray)[0];
    return { ...files, [path]: `${text.trimEnd()}\n\n${claim.replace(/^- id: .*$/m, `- id: added-${step}`)}` };
  },
  'propose a claim': rewrite('claims/', /^ {2}status: reviewed$/m, () => '  status: proposed'),
  'dispute a claim': rewrite('claims/', /^ {2}status: reviewed$/m, () => '  status: disputed'),
  'change what a claim is about': rewrite(
    'claims/',
    /^ {2}about: .*$/m,
    (_, files, random) => `  about: [${slugOf(pick(files, 'concepts/', random))}]`,
  ),
  'change the date of an episode': rewrite('episodes/', /^date: .*$/m, (step) => `date: 2020-01-${10 + (step % 20)}`),
  'change the recording': rewrite('episodes/', /youtube: .*$/m, (step) => `youtube: abcdefgh${100 + step}`),
  'give another name': rewrite('concepts/', /^title: .*$/m, (step) => `$&\naliases: [other-name-${step}]`),
  'give a guest the surname of another': rewrite('guests/', /^title: (\S+).*$/m, () => 'title: $1 Kim'),
};
