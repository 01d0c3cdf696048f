import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

/** What Chromium is started with to accept a certificate made at run time. */
export const TRUST_ANY = '--ignore-certificate-errors';

/** Where the file for nginx says the site lies. */
const PLACEHOLDER = '/srv/on-record/';

/**
 * Serves a finished site by nginx with the file its build wrote. Answers with the address of its first page. `isSecure` serves
 * HTTP/2 over TLS, as public hosts do, with a certificate made by OpenSSL that no browser trusts: see `TRUST_ANY`.
 */
export async function runNginx(
  program: string,
  site: { folder: string; base: string },
  folder: string,
  { isSecure = false } = {},
): Promise<{ address: string; stop(): Promise<void> }> {
  const port = await freePort();
  const inside = (await readFile(join(site.folder, '_hosting/nginx.conf'), 'utf8')).replaceAll(
    PLACEHOLDER,
    `${resolve(site.folder)}/`,
  );
  await mkdir(folder, { recursive: true });
  if (isSecure) await makeCertificate(folder);
  const configuration = join(folder, 'nginx.conf');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join('\n');
  await writeFile(
    configuration,
    `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1;
user ${process.getuid?.() === 0 ? 'root' : (process.env.USER ?? 'nobody')};
events {}
http { access_log off; ${temporary}
types { text/html html; text/css css; text/javascript js; image/svg+xml svg; application/json json; application/wasm wasm; font/woff2 woff2; image/png png; }
server { listen 127.0.0.1:${port}${isSecure ? ` ssl http2; ssl_certificate ${folder}/cert.pem; ssl_certificate_key ${folder}/key.pem` : ''};
${inside}
} }
`,
  );
  const child = spawn(program, ['-p', folder, '-c', configuration, '-e', `${folder}/error.log`], { stdio: 'ignore' });
  const address = `${isSecure ? 'https' : 'http'}://localhost:${port}${site.base}`;
  await answering(port, child, folder);
  return {
    address,
    stop: async () => {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** A port nobody listens at now. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}

/** Throws when there is no `openssl`. */
async function makeCertificate(folder: string): Promise<void> {
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')];
  const words = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...files, '-days', '2', '-subj', '/CN=localhost'];
  await promisify(execFile)('openssl', words);
}

async function answering(port: number, child: ChildProcess, folder: string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) {
      throw new Error(`nginx ended: ${await readFile(`${folder}/error.log`, 'utf8').catch(() => '')}`);
    }
    if (await isListening(port)) return;
    await pause(20);
  }
}

function isListening(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      done(true);
    }).once('error', () => done(false));
  });
}
