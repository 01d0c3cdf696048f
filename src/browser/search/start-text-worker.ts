import address from './text-worker.ts?worker&url';

/** What we use of https://www.w3.org/TR/trusted-types/; browsers that do not know it start workers without asking. */
interface TrustedTypesHere {
  trustedTypes?: {
    createPolicy(
      name: 'search-worker',
      rules: { createScriptURL(): string },
    ): { createScriptURL(address: string): string };
  };
}

let policy: { createScriptURL(address: string): string } | undefined;

/**
 * Pages forbid that a string becomes code or markup anywhere. The one exception there is: the address of our worker, which
 * is all that this policy ever answers.
 */
export function startTextWorker(): Worker {
  policy ??= (window as TrustedTypesHere).trustedTypes?.createPolicy('search-worker', {
    createScriptURL: () => address,
  });
  return new Worker(policy?.createScriptURL(address) ?? address, { type: 'module' });
}
