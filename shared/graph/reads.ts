/**
 * What an answer about a design rests on. A graph that is read through `recording` notes every element, line and list
 * that somebody looks at, so that after an edit only those answers are worked out again that looked at what changed.
 * Rejected: rules that declare what they look at. A declaration can be wrong; what was read can't.
 */
import type { Meaningful } from '../design/design'
import type { Graph } from './graph'

/** Ids stand for all there is to know about an element: its spec, its lines both ways, its frame and what is in it. */
export interface Reads {
  readonly ids: Set<string>
  /** Kinds of which the list of all elements was asked for, and what was looked up in tables. */
  keys: Set<string>
  /** Answers remembered by `query` that this one used. */
  within: Set<Reads>
  /**
   * All ids of an answer that rests on a few elements alone. There are many such answers, and whoever uses one notes the
   * elements instead.
   */
  few?: readonly string[]
  /** Something was asked of the whole design. */
  everything: boolean
}

/** A graph that notes its readers. */
export interface Recording {
  readonly graph: Graph
  /** The same, with nobody noting who reads it. */
  readonly plain: Graph
  /** Runs some work on the graph and tells what it read. */
  readonly record: <T>(work: () => T) => { readonly value: T; readonly reads: Reads }
  /** Notes a key of a table. */
  readonly lookUp: (key: string) => void
  /** Takes what an answer rested on that was worked out before. */
  readonly include: (reads: Reads) => void
}

const recordings = new WeakMap<Graph, Recording>()

/** The recording that a graph belongs to; undefined for a plain one. */
export function recordingOf(graph: Graph): Recording | undefined {
  return recordings.get(graph)
}

/** The same graph, noting what is read of it. */
export function recording(graph: Graph): Recording {
  let current = nothingRead()
  // Most reads are of what was read just before.
  let last: string | undefined
  const id = (key: string) => {
    if (key === last) return
    last = key
    current.ids.add(key)
  }
  const lookUp = (key: string) => {
    if (current.keys === NONE) current.keys = new Set()
    current.keys.add(key)
  }
  const everything = () => {
    current.everything = true
  }
  const by = <V>(map: ReadonlyMap<string, V>) => new NotingMap(map, id, everything)
  const rows = new NotingSet(graph.rows, id, everything)
  const noting: Graph = {
    design: notingDesign(graph.design, id, everything),
    get connections() {
      everything()
      return graph.connections
    },
    outgoing: by(graph.outgoing),
    incoming: by(graph.incoming),
    byKind: new NotingMap(graph.byKind, lookUp, everything),
    parent: by(graph.parent),
    children: by(graph.children),
    dangling: by(graph.dangling),
    rows,
  }
  const made: Recording = {
    graph: noting,
    plain: graph,
    lookUp,
    record: (work) => {
      const outer = current
      const reads = nothingRead()
      current = reads
      last = undefined
      try {
        const value = work()
        if (isSmall(reads)) reads.few = [...reads.ids]
        return { value, reads }
      } finally {
        current = outer
        last = undefined
      }
    },
    include: (reads) => {
      if (reads.few) reads.few.forEach(id)
      else if (current.within === NOTHING) current.within = new Set([reads])
      else current.within.add(reads)
    },
  }
  recordings.set(noting, made)
  return made
}

/** Few answers read lists, or use other answers: they share these, which stay empty. */
const NONE: Set<string> = new Set()
const NOTHING: Set<Reads> = new Set()

/** Does it rest on a few elements alone? */
function isSmall({ ids, keys, within, everything }: Reads): boolean {
  return ids.size <= FEW && keys === NONE && within === NOTHING && !everything
}

const FEW = 3

function nothingRead(): Reads {
  return { ids: new Set(), keys: NONE, within: NOTHING, everything: false }
}

/** Region and account are not noted: where one of them changes, everything is worked out again. */
function notingDesign(design: Meaningful, id: (key: string) => void, everything: () => void): Meaningful {
  const elements = new Proxy(design.elements, {
    get: (target, key) => {
      if (typeof key !== 'string') return Reflect.get(target, key)
      id(key)
      return target[key]
    },
    has: (target, key) => {
      if (typeof key === 'string') id(key)
      return Reflect.has(target, key)
    },
    getOwnPropertyDescriptor: (target, key) => {
      if (typeof key === 'string') id(key)
      return Reflect.getOwnPropertyDescriptor(target, key)
    },
    ownKeys: (target) => {
      everything()
      return Reflect.ownKeys(target)
    },
  })
  return {
    ...design,
    elements,
    get connections() {
      everything()
      return design.connections
    },
  }
}

class NotingMap<V> implements ReadonlyMap<string, V> {
  constructor(
    private readonly map: ReadonlyMap<string, V>,
    private readonly note: (key: string) => void,
    private readonly everything: () => void,
  ) {}

  get(key: string): V | undefined {
    this.note(key)
    return this.map.get(key)
  }

  has(key: string): boolean {
    this.note(key)
    return this.map.has(key)
  }

  get size(): number {
    return this.all().size
  }

  forEach(visit: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    this.all().forEach(visit)
  }

  entries = () => this.all().entries()
  keys = () => this.all().keys()
  values = () => this.all().values();
  [Symbol.iterator] = () => this.all()[Symbol.iterator]()

  private all(): ReadonlyMap<string, V> {
    this.everything()
    return this.map
  }
}

class NotingSet extends Set<string> {
  constructor(
    private readonly inner: ReadonlySet<string>,
    private readonly note: (key: string) => void,
    private readonly everything: () => void,
  ) {
    super()
  }

  override has(key: string): boolean {
    this.note(key)
    return this.inner.has(key)
  }

  override [Symbol.iterator]() {
    this.everything()
    return new Set(this.inner)[Symbol.iterator]()
  }
}
