import type { Files } from './define-rule.ts';

/** The smallest archive that is without fault; rules change one thing in it. */
export const SOUND: Files = {
  'shows/talks.md': '---\ntitle: Talks\nhosts:\n  - guest: hans\n---\n',
  'episodes/one.md':
    '---\ntitle: Episode one\nshow: talks\ndate: 2024-05-01\nguests: [ada]\nmedia:\n  - youtube: abcdefghijk\n---\n',
  'guests/ada.md': '---\ntitle: Ada Lovelace\n---\n',
  'guests/hans.md': '---\ntitle: Hans Host\n---\n',
  'concepts/rag.md': '---\ntitle: RAG\n---\nLooks things up [[claim:one/facts]].\n',
  'criteria/cost.md': '---\ntitle: Cost\n---\n',
  'claims/one.yaml':
    '- id: facts\n  by: ada\n  at: "1:00-2:00"\n  text: Facts belong in the index.\n  type: rule\n  about: [rag]\n  criterion: cost\n  status: reviewed\n',
};

/** The sound archive with some files replaced or added. */
export function soundWith(files: Files): Files {
  return { ...SOUND, ...files };
}

/** A reviewed claim, unless the lines say what else it is, with some lines of its own. */
export function claimYaml(lines: string): string {
  const status = /^ {2}status:/m.test(lines) ? '' : '  status: reviewed\n';
  return `- id: facts\n  by: ada\n  at: "1:00-2:00"\n  text: Facts belong in the index.\n  type: rule\n  about: [rag]\n  criterion: cost\n${status}${lines}`;
}
