import type { Files } from '../../src/wiki/rules/define-rule.ts';

/** Sets this name in the page when any of the hostile content runs. */
export const TRAP = 'pwned';
const RUN = `window.${TRAP}=1`;

/** Breaks out of an attribute, an element and a comment, and tries every way to run on the other side. */
export const HOSTILE = [
  `"><script>${RUN}</script>`,
  `'><img src=x onerror="${RUN}">`,
  `<svg onload=${RUN}>`,
  `<a href="javascript:${RUN}">x</a>`,
  `<iframe src="https://evil.example/"></iframe>`,
  `<link rel=stylesheet href=//evil.example/x.css>`,
  `</title></style></textarea><!-- --><body onload=${RUN}>`,
  `' onfocus=${RUN} autofocus x='`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what a template language would run
  '{{1}} ${1} &quot; \\u003cscript>',
].join(' ');

/** In YAML between quotes. */
const text = (name: string) => JSON.stringify(`${name} ${HOSTILE}`);
const labelled = `[[rag|${HOSTILE.replace(/[|[\]]/g, '')}]]`;
const prose = `${HOSTILE}\n\n**bold** ${labelled} [[claim:talk/said]] \`${HOSTILE.replace(/`/g, '')}\`
[fine](https://example.org/?q="onmouseover="${RUN} "title"onclick="${RUN}")

<script>
${RUN}
</script>

<div onclick="${RUN}">

# <img src=x onerror=${RUN}> Heading

\`\`\`html title="</figcaption><script>${RUN}</script>" onload="${RUN}"
${HOSTILE}
\`\`\`

\`\`\`"><script>${RUN}</script>
${HOSTILE}
\`\`\`

| <b onclick=${RUN}>cell</b> | ${labelled} |
|---|---|
| ${HOSTILE.replaceAll('|', '')} | ![alt" onerror="${RUN}](https://evil.example/x.png "t" ) |

![local" onerror="${RUN}](/favicon.svg "x" onload=1)

> [!NOTE] <script>${RUN}</script>
> ${HOSTILE}

[^n"><script>]: x

Note[^1].

[^1]: ${HOSTILE}
`;

/** An archive whose every field tries to run code. It checks without an error: what it holds is text. */
export function hostileContent(): Files {
  const inline = `${JSON.stringify(`${HOSTILE} ${labelled} [[claim:talk/said]].`)}`;
  return {
    'settings.yaml': `title: ${text('Archive')}
description: ${text('Description')}
links:
  ${text('Label')}: "https://example.org/?q=\\"onclick=\\"${RUN}"
licence: { name: ${text('Licence')}, url: "https://example.org/'onclick='${RUN}" }
repository: { url: "https://example.org/\\"onclick=\\"${RUN}", branch: ${text('main')} }
`,
    'shows/show.md': `---\ntitle: ${text('Show')}\naliases: [${text('Old show')}, "../../../escape"]\nsummary: ${text('S')}\nhosts:\n  - guest: host\n    labels: [${text('L')}]\nlinks:\n  ${text('Feed')}: https://example.org/\n---\n${prose}`,
    'guests/host.md': `---\ntitle: ${text('Host')}\n---\n`,
    'guests/ada.md': `---\ntitle: ${text('Ada')}\nspeakers: [${text('A')}]\nlens: ${text('Lens')}\nroles:\n  - role: ${text('Role')}\n    organisation: ${text('Org')}\nlinks:\n  ${text('Home')}: https://example.org/\nsummary: ${text('S')}\n---\n${prose}`,
    'episodes/talk.md': `---\ntitle: ${text('Talk')}\nshow: show\ndate: 2024-05-01\nguests: [ada]\nmedia:\n  - youtube: abcdefghijk\n  - audio: "https://example.org/a.mp3?\\"onerror=\\"${RUN}"\nchapters:\n  - at: "0:00"\n    title: ${text('Chapter')}\nlinks:\n  ${text('Page')}: https://example.org/\nsummary: ${text('S')}\n---\n${prose}`,
    'concepts/rag.md': `---\ntitle: ${text('RAG')}\naliases: [RAG]\nsummary: ${text('S')}\n---\n${prose}`,
    'concepts/other.mdx': `---\ntitle: ${text('Other')}\nsummary: ${text('S')}\nbroader: [rag]\n---\n
<script>${RUN}</script>

<Fragment set:html="<script>${RUN}</script>" />

<img src="x" onerror="${RUN}" /> in <b onclick={"${RUN}"}>line</b>

- <a href="javascript:${RUN}">item</a>

<>
<iframe src="https://evil.example/"></iframe>
</>

{"<script>${RUN}</script>"} [[rag|" onclick="${RUN}]] [[claim:talk/said]]

\`\`\`html title="</figcaption><script>${RUN}</script>"
<script>${RUN}</script> {braces}
\`\`\`
`,
    'criteria/cost.md': `---\ntitle: ${text('Cost')}\nquestion: ${text('Q')}\nsummary: ${text('S')}\n---\n${prose}`,
    'claims/talk.yaml': `- id: said
  by: ada
  at: "1:00-2:00"
  approx: true
  text: ${text('Claim')}
  quote: ${text('Quote')}
  type: rule
  status: reviewed
  about: [rag]
  criterion: cost
  option: rag
  conditions: [${text('Condition')}]
  takes: { position: opposes }
  provenance: { method: agent, tool: ${text('Tool')}, note: ${text('Note')} }
- id: too
  by: ada
  at: "3:00"
  text: ${text('Second')}
  type: rule
  status: reviewed
  about: [other]
  option: other
  relations: [{ kind: contradicts, claim: talk/said }]
`,
    'positions/position.md': `---\ntitle: ${text('Position')}\nabout: [rag]\nsummary: ${text('S')}\n---\n${prose}`,
    'comparisons/choice.md': `---
title: ${text('Choice')}
options: [rag, other]
type: ${text('Type')}
axis: ${text('Axis')}
question: ${text('Question')}
answer: ${inline}
rule: ${inline}
recipe: ${inline}
take: ${inline}
scope: ${inline}
cells: [{ criterion: cost, option: rag, verdict: strong, text: ${inline} }]
choose: [{ option: rag, when: [${inline}] }]
cards: [{ option: rag, what: ${inline}, examples: [${inline}], steps: [${inline}] }]
combine: [${inline}]
stages: [{ stage: ${text('Stage')}, text: ${inline} }]
differences: [{ guest: ada, text: ${inline} }]
confusions: [${inline}]
mistakes: [${inline}]
tradeoffs: [{ on: ${text('On')}, sides: [{ option: rag, text: ${inline} }, { option: other, text: ${inline} }] }]
evaluation: [${inline}]
scenarios: [{ situation: ${inline}, choice: rag, why: ${inline} }]
code: { language: html, caption: ${text('Caption')}, source: ${text('Source')} }
faq: [{ question: ${text('FAQ')}, answer: ${inline} }]
interview: ${inline}
explanation: { claim: talk/said, why: ${text('Why')} }
---
${prose}`,
    'collections/path.md': `---\ntitle: ${text('Path')}\nsummary: ${text('S')}\nclaims:\n  - claim: talk/said\n    why: ${text('Why')}\n---\n${prose}`,
    'resources/book.md': `---\ntitle: ${text('Book')}\nurl: "https://example.org/?\\"onclick=\\"${RUN}"\nauthors: [${text('Author')}]\nmentionedIn: [{ episode: talk, at: "1:00" }]\n---\n${prose}`,
    'articles/guide.md': `---\ntitle: ${text('Guide')}\nsummary: ${text('S')}\n---\n${prose}`,
  };
}
