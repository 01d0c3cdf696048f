import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSite } from '../../src/workspace/build-site.ts';
import { runNginx } from '../../tests/support/run-nginx.ts';
import { findNginx } from '../nginx.mjs';
import { type Audit, CATEGORIES, openAuditor } from './lighthouse/auditor.ts';
import { type ChosenPage, hardestPages } from './lighthouse/hardest-pages.ts';
import { median } from './measure.ts';
import type { Options } from './options.ts';
import type { Report } from './report.ts';
import { formatTable, seconds, thousands } from './table.ts';

interface Row extends ChosenPage {
  host: string;
  audits: Audit[];
}

/** How public hosts speak, and a plain server in a cupboard. */
const HOSTS = [
  { host: 'HTTP/2, TLS', isSecure: true },
  { host: 'HTTP/1.1', isSecure: false },
];

/** Lighthouse on the heaviest page of each sort, served by nginx as its build says, either way. */
export async function benchLighthouse(options: Options, say: (line: string) => void): Promise<Report> {
  const nginx = findNginx();
  if (!nginx) throw new RangeError('Lighthouse needs a host that compresses: install nginx');
  const workshop = join(options.cache, 'lighthouse');
  await rm(workshop, { recursive: true, force: true });
  const site = join(workshop, 'site');
  await buildSite({ content: options.content, out: site, frozen: true, site: 'https://archive.test' });
  const auditor = await openAuditor();
  const rows: Row[] = [];
  try {
    for (const { host, isSecure } of HOSTS) {
      const folder = join(workshop, isSecure ? 'nginx-tls' : 'nginx');
      const server = await runNginx(nginx, { folder: site, base: '/' }, folder, { isSecure }).catch((problem) => {
        throw problem.code === 'ENOENT' ? new RangeError('TLS needs a certificate: install openssl') : problem;
      });
      try {
        for (const page of await hardestPages(site)) {
          const audits: Audit[] = [];
          for (let run = 0; run < options.runs; run++) audits.push(await auditor.audit(server.address + page.path));
          rows.push({ ...page, host, audits });
          say(`lighthouse: ${host} /${page.path}`);
        }
      } finally {
        await server.stop();
      }
    }
  } finally {
    await auditor.close();
  }
  const middle = (row: Row, value: (audit: Audit) => number) => median(row.audits.map(value));
  const table = formatTable(rows, {
    page: (row) => row.sort,
    host: (row) => row.host,
    ...Object.fromEntries(
      CATEGORIES.map((name) => [
        name,
        (row: Row) => String(Math.round(middle(row, ({ scores }) => scores[name] ?? 0))),
      ]),
    ),
    'first paint': (row) => seconds(middle(row, (audit) => audit.firstPaintMs)),
    'largest paint': (row) => seconds(middle(row, (audit) => audit.largestPaintMs)),
    blocked: (row) => `${Math.round(middle(row, (audit) => audit.blockedMs))} ms`,
    shift: (row) => middle(row, (audit) => audit.shift).toFixed(3),
    bytes: (row) => thousands(Math.round(middle(row, (audit) => audit.bytes))),
  });
  const lost = rows.flatMap(({ host, path, audits }) =>
    [...new Set(audits.flatMap((audit) => audit.lost))].map((words) => `  ${host} /${path}  ${words}`),
  );
  return {
    text: lost.length > 0 ? `${table}\n\nWhat costs points, in any run:\n${lost.join('\n')}` : table,
    data: rows,
    isComplete: true,
  };
}
