// `node --import`: everything that runs believes that it is another day, and that chance falls otherwise.
const DECADE_MS = 3653 * 24 * 60 * 60 * 1000 + 12_345_678;
const RealDate = Date;

globalThis.Date = class extends RealDate {
  constructor(...words) {
    if (words.length === 0) super(RealDate.now() + DECADE_MS);
    else super(...words);
  }
  static now() {
    return RealDate.now() + DECADE_MS;
  }
};
const random = Math.random;
Math.random = () => 1 - random() || 0.5;
