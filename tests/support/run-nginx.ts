import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Where the file for nginx says the site lies. */
const PLACEHOLDER = '/srv/on-record/';

/** Serves a finished site by nginx with the file its build wrote. Answers with the address of its first page. */
export async function runNginx(
  program: string,
  site: { folder: string; base: string },
  folder: string,
): Promise<{ address: string; stop(): Promise<void> }> {
  const port = await freePort();
  const inside = (await readFile(join(site.folder, '_hosting/nginx.conf'), 'utf8')).replaceAll(
    PLACEHOLDER,
    `${resolve(site.folder)}/`,
  );
  await mkdir(folder, { recursive: true });
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
server { listen 127.0.0.1:${port};
${inside}
} }
`,
  );
  const child = spawn(program, ['-p', folder, '-c', configuration, '-e', `${folder}/error.log`], { stdio: 'ignore' });
  const address = `http://localhost:${port}${site.base}`;
  await answering(address, child, folder);
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

async function answering(address: string, child: ChildProcess, folder: string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) {
      throw new Error(`nginx ended: ${await readFile(`${folder}/error.log`, 'utf8').catch(() => '')}`);
    }
    if (
      await fetch(address).then(
        () => true,
        () => false,
      )
    )
      return;
    await pause(20);
  }
}
