import type { SiteFrame } from '../wiki/views/site-frame.ts';

/** Files whose name holds a hash of their bytes: they never change, so they are never asked for again. */
const HASHED = '_astro/';
const FOREVER = 'public, max-age=31536000, immutable';
/** Asked for again on every visit, and answered with "not modified". */
const REVALIDATE = 'no-cache';

/**
 * Headers every answer should carry. The policy is the one that allows most; pages narrow it in their own `<meta>`. There is no
 * `frame-ancestors`: claims are made to be framed, and nothing on a page acts for its reader.
 */
function headers(frame: SiteFrame): Record<string, string> {
  return {
    'Content-Security-Policy': frame.policies.search,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
  };
}

/**
 * What hosts read to serve the site with its headers, its own page for what is missing, and caching that is never stale:
 * `_headers` (Netlify, Cloudflare Pages), `.htaccess` (Apache) and, to be included, `_hosting/nginx.conf` and `_hosting/Caddyfile`.
 * `.nojekyll` keeps GitHub Pages from leaving out folders that begin with an underscore.
 */
export function hostingFiles(frame: SiteFrame): { path: string; text: string }[] {
  return [
    { path: '.nojekyll', text: '' },
    { path: '_headers', text: headersFile(frame) },
    { path: '.htaccess', text: apache(frame) },
    { path: '_hosting/nginx.conf', text: nginx(frame) },
    { path: '_hosting/Caddyfile', text: caddy(frame) },
  ];
}

function lines(frame: SiteFrame, line: (name: string, value: string) => string): string {
  return Object.entries(headers(frame))
    .map(([name, value]) => `${line(name, value)}\n`)
    .join('');
}

function headersFile(frame: SiteFrame): string {
  return `${frame.base}*
${lines(frame, (name, value) => `  ${name}: ${value}`)}${frame.base}${HASHED}*
  Cache-Control: ${FOREVER}
`;
}

function apache(frame: SiteFrame): string {
  return `# For Apache 2.4 with mod_headers.
ErrorDocument 404 ${frame.base}404.html
DirectoryIndex index.html
AddType application/wasm .wasm
<IfModule mod_headers.c>
${lines(frame, (name, value) => `  Header always set ${name} "${value}"`)}  Header set Cache-Control "${REVALIDATE}"
  <If "%{REQUEST_URI} =~ m#^${frame.base}${HASHED}#">
    Header set Cache-Control "${FOREVER}"
  </If>
</IfModule>
<IfModule mod_deflate.c>
  AddOutputFilterByType DEFLATE text/html text/css text/javascript application/json image/svg+xml
</IfModule>
`;
}

function nginx(frame: SiteFrame): string {
  const where = frame.base === '/' ? 'root' : 'alias';
  // What is set in an inner block replaces what the outer one set, so both say all.
  const all = (indent: string) => lines(frame, (name, value) => `${indent}add_header ${name} "${value}" always;`);
  return `# Inside \`server { … }\`; set the folder of the site in both places.
${frame.base === '/' ? '' : `location = ${frame.base.slice(0, -1)} {\n  return 301 ${frame.base};\n}\n`}location ${frame.base} {
  ${where} /srv/on-record/;
  index index.html;
  error_page 404 ${frame.base}404.html;
${all('  ')}  add_header Cache-Control "${REVALIDATE}" always;
  gzip on;
  gzip_comp_level 6;
  gzip_vary on;
  gzip_types text/css text/javascript application/javascript application/json image/svg+xml;
}
location ${frame.base}${HASHED} {
  ${where} /srv/on-record/${frame.base === '/' ? '' : HASHED};
${all('  ')}  add_header Cache-Control "${FOREVER}" always;
  gzip on;
  gzip_comp_level 6;
  gzip_vary on;
  gzip_types text/css text/javascript application/javascript application/json image/svg+xml;
}
`;
}

function caddy(frame: SiteFrame): string {
  const path = frame.base === '/' ? '' : frame.base.slice(0, -1);
  return `# Inside a site block; set the folder of the site in both places.
${path === '' ? '' : `redir ${path} ${path}/ permanent\n`}handle_path ${path}/* {
  root * /srv/on-record
  header {
${lines(frame, (name, value) => `    ${name} "${value}"`)}  }
  @hashed path /${HASHED}*
  @others not path /${HASHED}*
  header @hashed Cache-Control "${FOREVER}"
  header @others Cache-Control "${REVALIDATE}"
  encode gzip
  file_server
}
handle_errors {
  root * /srv/on-record
  rewrite * /404.html
  file_server
}
`;
}
