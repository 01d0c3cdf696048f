import fc from 'fast-check';

/** One seed for all: a property that fails, fails again. */
fc.configureGlobal({ seed: 20260131, numRuns: 200, endOnFailure: false });

export default fc;

/** Any text: control characters, astral characters, lone surrogates. */
export const anyText = () =>
  fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.array(codeUnit).map((all) => all.join('')),
  );

const codeUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
