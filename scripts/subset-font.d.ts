declare module 'subset-font' {
  /** A font that holds the characters of a text and no more (HarfBuzz). Same font and text, same bytes. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options?: {
      targetFormat?: 'sfnt' | 'woff' | 'woff2' | 'truetype';
      /** Tags of tables that are left out. */
      dropTables?: string[];
      variationAxes?: Record<string, number | { min: number; max: number; default?: number }>;
    },
  ): Promise<Buffer>;
}
