/** What a user can do to a design, each act chosen and aimed by numbers: for long random sessions. */
import ELK from 'elkjs/lib/elk.bundled.js'
import fc from 'fast-check'
import { become } from '../design/become'
import type { Design } from '../design/design'
import { edit } from '../design/edit'
import { serialize } from '../design/serialize'
import { kinds } from '../elements/registry'
import { toggleCollapsed } from '../figures/collapse'
import { bringToFront, sendToBack } from '../figures/stacking'
import { drop } from '../graph/add'
import { candidates, connect, disconnect, placement, removeElements, reparent } from '../graph/connect'
import { extract } from '../graph/copy'
import { graphOf } from '../graph/graph'
import { paste } from '../graph/paste'
import { unwrap, wrap, wrappersOf } from '../graph/wrap'
import { importFiles } from '../imports/import-files'
import { autoLayout } from '../layout/auto-layout'
import type { ElkNode } from '../layout/elk'
import { mergeDesigns } from '../merge/merge'
import { settleAll } from '../merge/settle'
import { approve, standingOf, withdraw } from '../review/approvals'
import { reply, resolve, startThread, threadsOf } from '../review/threads'
import { validate } from '../rules/validate'
import { unwaive, waive } from '../rules/waivers'
import { type SwitchTarget, switchLaunch } from '../what-if/switch-launch'
import { type Recipe, recipe } from './arbitraries'

/** Numbers that say which element, line, kind or place is meant; each is taken modulo what there is. */
export type Aim = readonly [number, number, number]

/** The recipe of an act on this design; undefined where the design has nothing for it. */
export type Act = (design: Design, aim: Aim) => Recipe | undefined | Promise<Recipe | undefined>

export function pick<T>(from: readonly T[], n: number): T | undefined {
  return from[n % from.length]
}

const ids = (design: Design) => Object.keys(design.elements)
const elk = new ELK()
const TARGETS: readonly SwitchTarget[] = ['EC2', 'FARGATE', 'MANAGED_INSTANCES']
const TASK = JSON.stringify({
  family: 'imported',
  containerDefinitions: [
    { name: 'web', image: 'nginx:1', memory: 128, environment: [{ name: 'A', value: '1' }] },
  ],
  executionRoleArn: 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole',
})

/** Every way in which the app edits a design. */
export const acts: Readonly<Record<string, Act>> = {
  drop: (design, [a, b, c]) => {
    const kind = pick(kinds, a)
    const over = c % 3 === 0 ? undefined : pick(ids(design), b)
    return (draft) => {
      drop(draft, graphOf(design), kind?.kind ?? 'note', over, () => ({ x: (b % 90) * 16, y: (c % 90) * 16 }))
    }
  },
  connect: (design, [a, b, c]) => {
    const [from, to] = [pick(ids(design), a), pick(ids(design), b)]
    const found = from && to && from !== to ? candidates(graphOf(design), from, to) : []
    const candidate = pick(found, c)
    return candidate && ((draft) => void connect(draft, candidate))
  },
  disconnect: (design, [a]) => {
    const line = pick(graphOf(design).connections, a)
    return line && ((draft) => disconnect(draft, line))
  },
  reparent: (design, [a, b, c]) => {
    const graph = graphOf(design)
    const id = pick(ids(design), a)
    const kind = id === undefined ? undefined : design.elements[id]?.kind
    if (id === undefined || kind === undefined) return undefined
    const willing = ids(design).filter((frame) => frame !== id && placement(graph, { id, kind }, frame).ok)
    const frame = c % 4 === 0 ? undefined : pick(willing, b)
    return (draft) => void reparent(draft, graph, id, frame)
  },
  delete: (design, [a, b]) => {
    const chosen = new Set([pick(ids(design), a), pick(ids(design), b)].filter((id) => id !== undefined))
    return (draft) => removeElements(draft, graphOf(design), chosen)
  },
  paste: (design, [a, b]) => {
    const chosen = pick(ids(design), a)
    if (chosen === undefined || ids(design).length > 60) return undefined
    const pasted = paste(design, extract(design, [chosen]), { x: (b % 9) * 16, y: 16 })
    return (draft) => become(draft, pasted.design)
  },
  wrap: (design, [a, b]) => {
    const id = pick(ids(design), a)
    const kind = id === undefined ? undefined : pick([...wrappersOf(design, [id]), 'frame'], b)
    const wrapped = id === undefined || kind === undefined ? undefined : wrap(design, [id], kind)
    return wrapped?.ok ? (draft) => become(draft, wrapped.design) : undefined
  },
  unwrap: (design, [a]) => {
    const frame = pick(
      ids(design).filter((id) => design.elements[id]?.kind === 'frame'),
      a,
    )
    return frame === undefined ? undefined : (draft) => become(draft, unwrap(design, [frame]))
  },
  move: (design, [a, b, c]) => {
    const id = pick(ids(design), a)
    return id === undefined
      ? undefined
      : (draft) => {
          draft.layout[id] = { ...draft.layout[id], x: (b % 200) - 100, y: (c % 200) - 100 }
        }
  },
  arrange: async (design, [a]) => {
    if (a % 8 > 0 || ids(design).length > 12) return undefined
    const places = await autoLayout(design, async (graph) => (await elk.layout(graph)) as ElkNode)
    return (draft) => void Object.assign(draft.layout, places)
  },
  bend: (design, [a, b]) => {
    const line = pick(graphOf(design).connections, a)
    return (
      line &&
      ((draft) => {
        draft.routes = { ...draft.routes, [line.id]: { points: [{ x: b % 100, y: 8 }] } }
      })
    )
  },
  collapse: (design, [a]) => {
    const frame = pick([...graphOf(design).children.keys()], a)
    return frame === undefined ? undefined : (draft) => toggleCollapsed(draft, 'logical', frame)
  },
  lock: (design, [a]) => {
    const id = pick(ids(design), a)
    return (draft) => {
      const element = id === undefined ? undefined : draft.elements[id]
      if (element?.locked) delete element.locked
      else if (element) element.locked = true
    }
  },
  fix: (design, [a]) => {
    const fix = pick(
      validate(design).flatMap((problem) => problem.fix ?? []),
      a,
    )
    return fix && ((draft) => fix.apply(draft))
  },
  waive: (design, [a, b]) => {
    const waived = pick(Object.keys(design.waivers ?? {}), b)
    const problem = pick(validate(design), a)
    if (waived !== undefined && b % 2 === 0) return (draft) => unwaive(draft, waived)
    return problem && ((draft) => waive(draft, problem, { reason: 'Later', author: 'Ana' }))
  },
  comment: (design, [a, b, c]) => {
    const [element, thread] = [pick(ids(design), a), pick(threadsOf(design), b)]
    const id = `c${a}${b}${c}`
    if (thread && c % 3 === 0) return (draft) => resolve(draft, thread.id, BY)
    if (thread && c % 3 === 1) return (draft) => reply(draft, thread.id, id, 'Yes.', BY)
    const pin = element === undefined ? { x: a, y: b } : { element, x: 8, y: 8 }
    return (draft) =>
      startThread(draft, { id, comment: id, kind: 'change-request', pin, text: 'Why?', by: BY })
  },
  approve: (design, [a, b, c]) => {
    const [approval] = standingOf(design).approvals
    if (approval && a % 2 === 0) return (draft) => withdraw(draft, approval.id)
    return (draft) => approve(draft, design, { id: `a${b}${c}`, by: BY, override: 'It can wait.' })
  },
  switch: (design, [a, b]) => {
    const runner = pick(
      ids(design).filter((id) => design.elements[id]?.kind === 'service'),
      a,
    )
    return runner === undefined
      ? undefined
      : (draft) => switchLaunch(draft, runner, pick(TARGETS, b) ?? 'EC2')
  },
  import: (design, [a]) => {
    if (ids(design).length > 60) return undefined
    const imported = importFiles([{ name: 'task.json', text: TASK }])
    if (!imported.ok) throw new Error('The task definition of the test can’t be imported.')
    const pasted = paste(design, imported.value.design, { x: a % 500, y: 0 })
    return (draft) => become(draft, pasted.design)
  },
  merge: (design, [a, b]) => {
    const id = pick(ids(design), a)
    if (id === undefined) return undefined
    const theirs = JSON.parse(serialize(design)) as Design
    const element = theirs.elements[id]
    if (element) element.label = `theirs ${b % 5}`
    const ours = edit(design, (draft) => {
      draft.name = `ours ${b % 7}`
      const mine = draft.elements[id]
      if (mine) mine.label = `ours ${b % 5}`
    }).design
    const { design: merged } = mergeDesigns(design, ours, theirs)
    return (draft) => become(draft, merged)
  },
  settle: (design, [a]) =>
    design.conflicts &&
    ((draft) => become(draft, settleAll(design, pick(['ours', 'theirs', 'base'] as const, a) ?? 'ours'))),
  front: (design, [a, b]) => {
    const id = pick(ids(design), a)
    if (id === undefined) return undefined
    return (draft) => {
      if (b % 2 === 0) bringToFront(draft, graphOf(design), [id], 'logical')
      else sendToBack(draft, graphOf(design), [id], 'logical')
    }
  },
}

const BY = { author: 'Ana', at: '2026-11-26T09:30:00.000Z' }

const aim: fc.Arbitrary<Aim> = fc.tuple(fc.nat(9999), fc.nat(9999), fc.nat(9999))

/** An act and its aim; one that edits the JSON itself brings its recipe. */
export interface NamedAct {
  readonly name: string
  readonly aim: Aim
  readonly recipe?: Recipe
}

/** The recipe of a chosen act on this design; undefined where the design has nothing for it. */
export async function recipeOf({ name, aim: at, recipe: own }: NamedAct, design: Design) {
  return own ?? (await acts[name]?.(design, at))
}

/** Any act, or a raw edit of the JSON. */
export const anyAct: fc.Arbitrary<NamedAct> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ name: fc.constantFrom(...Object.keys(acts)), aim }) },
  { weight: 1, arbitrary: fc.record({ name: fc.constant('json'), aim, recipe }) },
)
