import { join } from 'node:path';
import { unlinkedMentions } from '../wiki/evidence/unlinked-mentions.ts';
import { groupBy } from '../wiki/text/order.ts';
import { count } from '../wiki/text/plain.ts';
import { replaceSpans } from '../workspace/apply-fixes.ts';
import { compileContent } from '../workspace/compile-content.ts';
import { readContent } from '../workspace/read-content.ts';
import { replaceFile } from '../workspace/replace-file.ts';
import { pathPrefix } from './check.ts';
import { contentOption, defineCommand } from './define-command.ts';

export const mentions = defineCommand({
  name: 'mentions',
  summary: 'Lists names of concepts and guests in prose that are not linked yet.',
  options: {
    content: contentOption,
    fix: { type: 'boolean', help: 'Links the first mention of each on every page' },
  },
  details: 'Names are titles and aliases, longest match first; code, headings and existing links are passed over.',
  async run({ options }) {
    const folder = String(options.content);
    const files = await readContent(folder);
    const texts = new Map(files.map((file) => [file.path, file.text]));
    const { graph } = await compileContent(folder, files);
    const found = unlinkedMentions(graph, (file) => texts.get(file));
    const prefix = pathPrefix(folder);
    for (const { file, span, written, link } of found) {
      console.log(`${prefix}${file}:${span.start.line}:${span.start.column}  ${written.replace(/\s+/g, ' ')}  ${link}`);
    }
    if (options.fix) {
      for (const [file, group] of groupBy(found, (mention) => mention.file)) {
        const text = replaceSpans(
          texts.get(file) ?? '',
          group.map(({ span, link }) => ({ span, text: link })),
        );
        await replaceFile(join(folder, file), text);
      }
    }
    console.error(`${count(found.length, 'name')} ${options.fix ? 'linked' : 'could be linked'}.`);
    return 0;
  },
});
