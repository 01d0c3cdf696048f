import { fillTools } from './comparison/fill-tools.ts';
import { openClaims } from './comparison/open-claims.ts';

/** What a comparison adds when scripts run. A tool loads when first used, or at once when the address asks for it. */
const TOOLS: Record<string, () => Promise<{ mount(form: HTMLFormElement): void }>> = {
  matrix: () => import('./comparison/matrix.ts'),
  guests: () => import('./comparison/guests.ts'),
  guide: () => import('./comparison/guide.ts'),
  conditions: () => import('./comparison/conditions.ts'),
  years: () => import('./comparison/years.ts'),
};

fillTools();
const asked = new URLSearchParams(location.search);
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-tool]')) {
  const { tool = '', keys = '' } = form.dataset;
  const load = () => void TOOLS[tool]?.().then((module) => module.mount(form));
  form.addEventListener('submit', (event) => event.preventDefault());
  if (keys.split(' ').some((key) => asked.has(key))) load();
  else form.addEventListener('input', load, { once: true });
}

document.addEventListener(
  'toggle',
  (event) => {
    if (event.target instanceof HTMLDetailsElement && event.target.open) {
      void openClaims(event.target).catch(() => undefined);
    }
  },
  true,
);
