// Finds nginx for the test of what hosts are told, or installs it. Without it that test is passed over.
import { existsSync } from 'node:fs';
import { aptInstall } from './apt.mjs';

const PLACES = [
  process.env.NGINX_PATH,
  '/usr/sbin/nginx',
  '/usr/local/bin/nginx',
  '/opt/homebrew/bin/nginx',
  '/usr/bin/nginx',
];

/** Path of nginx, or `undefined`. */
export function findNginx() {
  const there = () => PLACES.find((path) => path && existsSync(path));
  if (!there()) aptInstall('nginx-light');
  return there();
}
