import { join } from 'node:path';
import { hasErrors } from '../wiki/diagnostics/diagnostic.ts';
import { formatSummary } from '../wiki/diagnostics/format-text.ts';
import { ADDRESSES_FILE, addressesOf, lockAddresses } from '../wiki/graph/published-addresses.ts';
import { count } from '../wiki/text/plain.ts';
import { compileContent } from '../workspace/compile-content.ts';
import { readContent } from '../workspace/read-content.ts';
import { replaceFile } from '../workspace/replace-file.ts';
import { pathPrefix, printDiagnostics } from './check.ts';
import { contentOption, defineCommand } from './define-command.ts';

export const addresses = defineCommand({
  name: 'addresses',
  summary: 'Lists the address of every page, or keeps them for ever.',
  options: {
    content: contentOption,
    lock: { type: 'boolean', help: `Adds them to ${ADDRESSES_FILE}: a build that would break one of them fails` },
  },
  details: `Lock them whenever a site is published. Own addresses and old names are listed; indexes and computed pages are not.`,
  async run({ options }) {
    const folder = String(options.content);
    const files = await readContent(folder);
    const { published, addresses: lock, diagnostics } = await compileContent(folder, files);
    const { graph } = published;
    if (!options.lock) {
      for (const path of addressesOf(graph)) console.log(path);
      return 0;
    }
    const prefix = pathPrefix(folder);
    if (hasErrors(diagnostics)) {
      printDiagnostics(diagnostics, files, prefix);
      console.error(`${formatSummary(diagnostics)} Nothing was locked.`);
      return 1;
    }
    const present = files.find((file) => file.path === ADDRESSES_FILE);
    const text = lockAddresses(graph, lock);
    if (text !== present?.text) await replaceFile(join(folder, ADDRESSES_FILE), text);
    console.log(`${count(text.split('\n- ').length - 1, 'address', 'addresses')} in ${prefix}${ADDRESSES_FILE}.`);
    return 0;
  },
});
