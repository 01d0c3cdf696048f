/**
 * Bytes → text. A byte order mark decides; else UTF-8, and where that cannot be, Windows-1252, of which Latin-1 is a
 * part: it never fails, and old subtitles are seldom anything else.
 */
export function decodeText(bytes: Uint8Array): { text: string; isGuess: boolean } {
  const mark = [...bytes.subarray(0, 2)].join();
  if (mark === '255,254') return { text: new TextDecoder('utf-16le').decode(bytes), isGuess: false };
  if (mark === '254,255') return { text: new TextDecoder('utf-16be').decode(bytes), isGuess: false };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isGuess: false };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), isGuess: true };
  }
}
