import { stemmer } from 'stemmer';

/**
 * Words by number. A form is a word as it is written, in lower case; forms that Porter's stemmer (1980) makes the same of are one
 * word. Only ever grows, so that numbers given out stay true. Nothing that a page shows may depend on a number.
 */
export class Vocabulary {
  readonly forms: string[];
  /** The word of each form. */
  readonly wordOf: number[];
  /** What the stemmer makes of each word. */
  readonly stems: string[];
  #forms?: Map<string, number>;
  #stems?: Map<string, number>;

  constructor(forms: string[] = [], wordOf: number[] = [], stems: string[] = []) {
    this.forms = forms;
    this.wordOf = wordOf;
    this.stems = stems;
  }

  /** The number of a form; one that is new gets the next. */
  formOf(form: string): number {
    this.#forms ??= new Map(this.forms.map((known, number) => [known, number]));
    const known = this.#forms.get(form);
    if (known !== undefined) return known;
    return this.addForm(form, stemmer(form));
  }

  /** Adds a form whose stem is known; answers its number, or the one it has. */
  addForm(form: string, stem: string): number {
    this.#forms ??= new Map(this.forms.map((known, number) => [known, number]));
    const known = this.#forms.get(form);
    if (known !== undefined) return known;
    this.#stems ??= new Map(this.stems.map((other, number) => [other, number]));
    let word = this.#stems.get(stem);
    if (word === undefined) {
      word = this.stems.length;
      this.#stems.set(stem, word);
      this.stems.push(stem);
    }
    const number = this.forms.length;
    this.#forms.set(form, number);
    this.forms.push(form);
    this.wordOf.push(word);
    return number;
  }
}
