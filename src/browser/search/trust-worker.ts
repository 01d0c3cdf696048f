/** What we use of https://www.w3.org/TR/trusted-types/; browsers that do not know it start workers without asking. */
interface TrustedTypesHere {
  trustedTypes?: {
    createPolicy(name: 'default', rules: { createScriptURL(address: string): string | null }): unknown;
  };
}

let isAsked = false;

/**
 * Pages forbid that a string becomes code or markup anywhere. The one exception there is: Pagefind starts its worker
 * by its address. That address and no other is let through.
 */
export function trustWorker(address: string): void {
  if (isAsked) return;
  isAsked = true;
  const allowed = new URL(address, location.href).href;
  (window as TrustedTypesHere).trustedTypes?.createPolicy('default', {
    createScriptURL: (asked) => (new URL(asked, location.href).href === allowed ? asked : null),
  });
}
