import { existsSync } from 'node:fs';
import { importFormats } from '../../src/cli/import-formats.ts';
import { compactGraph } from '../../src/wiki/graph/compact-graph.ts';
import { pageWords } from '../../src/wiki/graph/measures/page-words.ts';
import { mappingSchema } from '../../src/wiki/importers/mapping.ts';
import { datatalks } from '../../src/wiki/importers/mappings/datatalks.ts';
import { kinds } from '../../src/wiki/kinds/index.ts';
import { relatedGroups } from '../../src/wiki/views/related-measure.ts';
import { compileWiki, type Wiki } from '../../src/wiki/wiki.ts';
import { readContent } from '../../src/workspace/read-content.ts';
import { findForeign, readForeign } from '../../src/workspace/read-foreign.ts';
import type { Options } from './options.ts';
import { adamicAdar } from './related/adamic-adar.ts';
import { type HiddenLinks, hideCurated, hideCuratedPairs, hideTopicLinks } from './related/hide-links.ts';
import { jaccard } from './related/jaccard.ts';
import { plainPageRank, typedPageRank } from './related/pagerank.ts';
import { resourceAllocation } from './related/resource-allocation.ts';
import { type RelatedScore, scoreOf } from './related/score.ts';
import { shipped } from './related/shipped.ts';
import { text } from './related/text.ts';
import type { Report } from './report.ts';
import { formatTable } from './table.ts';

const MEASURES = [shipped, jaccard, adamicAdar, resourceAllocation, plainPageRank, typedPageRank, text];

/** Hides links that people wrote and asks each measure for them. */
export async function benchRelated(options: Options, say: (line: string) => void): Promise<Report> {
  const tests: { name: string; wiki: Wiki; hide: (wiki: Wiki) => HiddenLinks[] }[] = [];
  if (existsSync(options.archive)) {
    const wiki = await importedWiki(options.archive);
    tests.push({ name: 'curated', wiki, hide: ({ graph }) => hideCurated(compactGraph(graph)) });
    tests.push({ name: 'curated pairs', wiki, hide: ({ graph }) => hideCuratedPairs(compactGraph(graph)) });
  } else say(`related: there is no archive in ${options.archive}; its curated pages are not asked`);
  const content = compileWiki(await readContent(options.content));
  tests.push({
    name: 'links of content',
    wiki: content,
    hide: ({ graph }) => hideTopicLinks(compactGraph(graph), (kind) => kinds[kind].isTopic),
  });
  const rows: { test: string; measure: string; score: RelatedScore }[] = [];
  for (const { name, wiki, hide } of tests) {
    const hidden = hide(wiki);
    const words = pageWords(wiki.graph.nodes);
    const groups = relatedGroups(wiki.graph.nodes.map(({ kind }) => kind));
    for (const measure of MEASURES) {
      rows.push({ test: name, measure: measure.name, score: scoreOf(measure, hidden, { words, groups }) });
    }
    say(`related: ${name}`);
  }
  const table = formatTable(rows, {
    hidden: (row) => row.test,
    measure: (row) => row.measure,
    pages: (row) => String(row.score.pages),
    'recall@10': (row) => row.score.recall.toFixed(3),
    MRR: (row) => row.score.mrr.toFixed(3),
  });
  return { text: table, data: rows, isComplete: true };
}

/** A podcast kept as Markdown with its wiki, as `onrecord import archive` brings it in. */
async function importedWiki(folder: string): Promise<Wiki> {
  const format = importFormats.archive;
  if (!format?.run) throw new Error('the importer of archives is gone');
  const { files } = await readForeign(await findForeign([folder], format.extensions));
  return compileWiki(format.run(files, mappingSchema.parse(datatalks)).files);
}
