/** What a citation's card shows; crosses to the browser as JSON. */
export interface ClaimPreview {
  text: string;
  guest: string;
  episode: string;
  time: string;
  /** Opens the recording at the second. */
  listen?: string;
  /** Seconds by which the host’s question comes before it, where that is known. */
  asked?: number;
}
