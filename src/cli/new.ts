import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { allKinds } from '../wiki/kinds/index.ts';
import { slugify } from '../wiki/text/slug.ts';
import { suggest } from '../wiki/text/suggest.ts';
import { createFile, replaceFile } from '../workspace/replace-file.ts';
import { contentOption, defineCommand, UsageError } from './define-command.ts';

export const newPage = defineCommand({
  name: 'new',
  summary: 'Starts a page of a kind, with its keys filled in.',
  arguments: 'KIND TITLE',
  options: {
    content: contentOption,
    slug: { type: 'string', value: 'SLUG', help: 'File name; made from the title unless said' },
  },
  details: `Kinds: ${allKinds.map((kind) => kind.name).join(', ')}.
For a claim, TITLE is the slug of its episode; an entry is added to the end of its list.
An existing page is never overwritten.`,
  async run({ options, positionals }) {
    const [name, ...words] = positionals;
    const kind = allKinds.find((known) => known.name === name);
    const names = allKinds.map((known) => known.name);
    if (!kind) {
      const near = name ? suggest(name, names) : undefined;
      throw new UsageError(
        `${name ? `no kind is called \`${name}\`` : 'which kind?'}${near ? `; did you mean \`${near}\`?` : `; the kinds are ${names.join(', ')}`}`,
      );
    }
    const title = words.join(' ').trim();
    if (title === '') throw new UsageError(`what is the ${kind.storage === 'list' ? 'slug of the episode' : 'title'}?`);
    const slug = slugify(String(options.slug ?? title));
    if (slug === '') throw new UsageError(`\`${options.slug ?? title}\` gives no address; say one with --slug`);
    const path = join(String(options.content), kind.folder, `${slug}.${kind.storage === 'list' ? 'yaml' : 'md'}`);
    const twin = path.replace(/\.md$/, '.mdx');
    if (twin !== path && existsSync(twin)) throw new UsageError(`${twin} is there already`);
    const text = kind.template(isPlainYaml(title) ? title : JSON.stringify(title));
    if (kind.storage === 'list' && existsSync(path)) {
      await replaceFile(path, `${await readFile(path, 'utf8')}\n${text}`);
    } else {
      try {
        await createFile(path, text);
      } catch (problem) {
        if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem;
        throw new UsageError(`${path} is there already`);
      }
    }
    console.log(path);
    return 0;
  },
});

/** Whether YAML reads it as this text without quotes. */
function isPlainYaml(text: string): boolean {
  return /^\p{L}[\p{L}\p{N} .,'’()&/-]*$/u.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text);
}
