import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * What takes longest on a machine that has built nothing yet, in this order: otherwise the last file runs alone for a minute while the other
 * core has nothing to do. Everything else follows as Vitest orders it, by size or by how long it took before.
 */
const LONGEST = [
  'site/faults',
  'e2e/map',
  'site/determinism',
  'e2e/accessibility',
  'site/hostile-content',
  'site/same-bytes',
  'e2e/map-walking',
  'site/rebuild',
  'e2e/back-forward',
  'e2e/lighthouse',
  'workspace/build-search',
  'e2e/search',
  'e2e/policy',
  'cli/commands',
  'e2e/comparison-accessibility',
  'workspace/kept-program',
  'e2e/comparison',
  'site/content-collections',
  'site/valid-html',
  'site/page-heads',
  'site/links',
  'site/addresses',
  'site/budgets',
  'workspace/parse-cache',
  'scripts/fuzz',
  'workspace/templates',
  'site/shards',
  'site/html-in-mdx',
  'cli/dev-search',
  'cli/dev',
].map((name) => `/tests/${name}.test.ts`);

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = LONGEST.findIndex((end) => moduleId.endsWith(end));
      return found === -1 ? LONGEST.length : found;
    };
    return (await super.sort(files)).sort((left, right) => place(left) - place(right));
  }
}
