/**
 * A graph that is read through a recording notes every element, line and list that somebody looks at, so that after an
 * edit only those answers are worked out again that looked at what changed. Rejected: rules that declare what they look
 * at. A declaration can be wrong; what was read can't.
 */
import type { Meaningful } from '../design/design'
import type { Graph } from './graph'
import { IdNumbers, Notes, type Recorded } from './reads'

/** A graph that notes its readers. */
export interface Recording {
  readonly graph: Graph
  /** The same, with nobody noting who reads it. */
  readonly plain: Graph
  readonly notes: Notes
}

const recordings = new WeakMap<Graph, Recording>()

/** The recording that a graph belongs to; undefined for a plain one. */
export function recordingOf(graph: Graph): Recording | undefined {
  return recordings.get(graph)
}

/** The same graph, noting what is read of it. `numbers` are those of an earlier state of the design, if there is one. */
export function recording(plain: Graph, numbers = new IdNumbers()): Recording {
  const notes = new Notes(numbers)
  const by = <V>(map: ReadonlyMap<string, V>) => new NotingMap(map, notes)
  const graph: Graph = {
    design: notingDesign(plain.design, notes),
    element: (id) => {
      notes.id(id)
      return plain.element(id)
    },
    get connections() {
      notes.everything()
      return plain.connections
    },
    outgoing: by(plain.outgoing),
    incoming: by(plain.incoming),
    byKind: new NotingLists(plain.byKind, notes),
    parent: by(plain.parent),
    children: by(plain.children),
    dangling: by(plain.dangling),
    rows: new NotingSet(plain.rows, notes),
  }
  const made = { graph, plain, notes }
  recordings.set(graph, made)
  return made
}

/** Works out an answer about a graph that notes its readers, and tells what it read. */
export function answered<K, V>(
  { graph, notes }: Recording,
  compute: (graph: Graph, key: K) => V,
  key: K,
): Recorded<V> {
  return notes.taken(compute, graph, key)
}

/** Region and account are not noted: where one of them changes, everything is worked out again. */
function notingDesign(design: Meaningful, notes: Notes): Meaningful {
  const elements = new Proxy(design.elements, {
    get: (target, key) => {
      if (typeof key !== 'string') return Reflect.get(target, key)
      notes.id(key)
      return target[key]
    },
    has: (target, key) => {
      if (typeof key === 'string') notes.id(key)
      return Reflect.has(target, key)
    },
    getOwnPropertyDescriptor: (target, key) => {
      if (typeof key === 'string') notes.id(key)
      return Reflect.getOwnPropertyDescriptor(target, key)
    },
    ownKeys: (target) => {
      notes.everything()
      return Reflect.ownKeys(target)
    },
  })
  return {
    ...design,
    elements,
    get connections() {
      notes.everything()
      return design.connections
    },
  }
}

class NotingMap<V> implements ReadonlyMap<string, V> {
  constructor(
    private readonly map: ReadonlyMap<string, V>,
    protected readonly notes: Notes,
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
    this.notes.everything()
    return this.map
  }

  protected note(key: string): void {
    this.notes.id(key)
  }
}

/** By kind, not by id. */
class NotingLists<V> extends NotingMap<V> {
  protected override note(kind: string): void {
    this.notes.key(kind)
  }
}

class NotingSet extends Set<string> {
  constructor(
    private readonly inner: ReadonlySet<string>,
    private readonly notes: Notes,
  ) {
    super()
  }

  override has(key: string): boolean {
    this.notes.id(key)
    return this.inner.has(key)
  }

  override [Symbol.iterator]() {
    this.notes.everything()
    return new Set(this.inner)[Symbol.iterator]()
  }
}
