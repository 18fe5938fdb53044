/**
 * Chance that is always the same: from one seed comes one row of numbers, on any machine. No secret may come from it.
 * The small generator sfc32, seeded by the letters of a text.
 */
export class Seeded {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: string) {
    let h1 = 1779033703;
    let h2 = 3144134277;
    let h3 = 1013904242;
    for (let index = 0; index < seed.length; index++) {
      const letter = seed.charCodeAt(index);
      h1 = h2 ^ Math.imul(h1 ^ letter, 597399067);
      h2 = h3 ^ Math.imul(h2 ^ letter, 2869860233);
      h3 = h1 ^ Math.imul(h3 ^ letter, 951274213);
    }
    this.#a = h1;
    this.#b = h2;
    this.#c = h3;
    for (let turn = 0; turn < 12; turn++) this.bits();
  }

  /** The next 32 bits. */
  bits(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** From 0, included, to 1, not included. */
  share(): number {
    return this.bits() / 4294967296;
  }

  between(least: number, most: number): number {
    return least + this.share() * (most - least);
  }

  /** A whole number from 0 to `below`, not included. */
  whole(below: number): number {
    return Math.floor(this.share() * below);
  }

  happens(chance: number): boolean {
    return this.share() < chance;
  }

  pick<Thing>(things: readonly Thing[]): Thing {
    const thing = things[this.whole(things.length)];
    if (thing === undefined) throw new RangeError('nothing to pick from');
    return thing;
  }
}
