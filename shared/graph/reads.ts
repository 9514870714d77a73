/** What an answer about a design rests on, noted while it is worked out. */

/** Ids stand for all there is to know about an element: its spec, its lines both ways, its frame and what is in it. */
export interface Reads {
  /** By their numbers; an id may come up more than once. */
  ids: readonly number[]
  /** Kinds of which the list of all elements was asked for, and what was looked up in tables. */
  keys: Set<string>
  /** Answers remembered by `query` that this one used. */
  within: Reads[]
  /** Something was asked of the whole design. */
  everything: boolean
  /** Whose reads it was counted among last. */
  includedBy: Reads | undefined
}

export interface Recorded<V> {
  readonly value: V
  readonly reads: Reads
}

/**
 * Numbers for ids. A design of thousands of elements keeps hundreds of thousands of notes; as lists of numbers they cost
 * a fraction of sets of texts. The states of one design share their numbers, so that old notes can be read.
 */
export class IdNumbers {
  private readonly numbers = new Map<string, number>()

  get size(): number {
    return this.numbers.size
  }

  /** The number of an id, a new one for an id that has none. */
  of(id: string): number {
    const known = this.numbers.get(id)
    if (known !== undefined) return known
    const fresh = this.numbers.size
    this.numbers.set(id, fresh)
    return fresh
  }
}

/** Few answers read lists, or use other answers: the others share these, which stay empty. */
const NO_IDS: readonly number[] = []
const NO_KEYS: Set<string> = new Set()
const NO_ANSWERS: Reads[] = []

function nothingRead(): Reads {
  return { ids: NO_IDS, keys: NO_KEYS, within: NO_ANSWERS, everything: false, includedBy: undefined }
}

/** There are many answers that rest on a few elements alone: whoever uses one notes the elements instead. */
function isSmall({ ids, keys, within, everything }: Reads): boolean {
  return ids.length <= FEW && keys === NO_KEYS && within === NO_ANSWERS && !everything
}

const FEW = 3

/** Takes notes of what is read. Answers that ask for other answers are noted one in the other. */
export class Notes {
  /** Whose reads are being noted right now. */
  reader = nothingRead()
  // The ids of all answers that are being worked out, the innermost last: few grow to a size that would be worth a list
  // of their own from the start.
  private readonly open: number[] = []
  private top = 0
  // By which reads an id was noted last: it needs no second note.
  private readonly stampOf: number[] = []
  private stamp = 0
  private stamps = 0
  // Most reads are of what was read just before.
  private last: string | undefined

  constructor(readonly numbers: IdNumbers) {}

  /** Notes an element, by its id. */
  id(key: string): void {
    if (key === this.last) return
    this.last = key
    this.number(this.numbers.of(key))
  }

  /** Notes a kind, or a key of a table. */
  key(key: string): void {
    const { reader } = this
    if (reader.keys === NO_KEYS) reader.keys = new Set()
    reader.keys.add(key)
  }

  /** Notes the whole design. */
  everything(): void {
    this.reader.everything = true
  }

  /** Notes what an answer rested on that was worked out before. */
  include(reads: Reads): void {
    const { reader } = this
    if (isSmall(reads)) for (const number of reads.ids) this.number(number)
    else if (reads.includedBy !== reader) {
      reads.includedBy = reader
      if (reader.within === NO_ANSWERS) reader.within = [reads]
      else reader.within.push(reads)
    }
  }

  /** Works out an answer and tells what it read. */
  taken<A, B, V>(work: (a: A, b: B) => V, a: A, b: B): Recorded<V> {
    const { reader, stamp, top } = this
    const reads = nothingRead()
    this.reader = reads
    this.stamp = ++this.stamps
    this.last = undefined
    try {
      return { value: work(a, b), reads }
    } finally {
      if (this.top > top) reads.ids = this.open.slice(top, this.top)
      this.top = top
      this.stamp = stamp
      this.reader = reader
      this.last = undefined
    }
  }

  private number(number: number): void {
    if (this.stampOf[number] === this.stamp) return
    this.stampOf[number] = this.stamp
    this.open[this.top++] = number
  }
}
