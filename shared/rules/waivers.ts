/** Problems that people accept for now. A waived problem is shown struck through and counted apart, never hidden. */
import { push } from '../basics/push'
import { freeId, slug } from '../basics/slug'
import { type Design, type Waiver, waiverSchema } from '../design/design'
import type { DesignDraft } from '../design/edit'
import type { Problem } from './problem'

export type Waivers = Design['waivers']

export interface JudgedProblem extends Problem {
  /** The waiver in force; absent for a problem that counts. */
  readonly waiver?: Waiver & { readonly id: string }
  /** A waiver for it whose last day is over: the problem counts again. */
  readonly expired?: Waiver & { readonly id: string }
}

/**
 * Marks the problems that are waived on a day.
 * @param today ISO date, such as `2026-11-26`; a waiver holds through its last day
 */
export function judge(
  problems: readonly Problem[],
  waivers: Waivers,
  today: string,
): readonly JudgedProblem[] {
  if (!waivers || Object.keys(waivers).length === 0) return problems
  const about = new Map<string, (Waiver & { readonly id: string })[]>()
  for (const [id, waiver] of Object.entries(waivers)) {
    push(about, `${waiver.rule} ${waiver.element}`, { ...waiver, id })
  }
  return problems.map((problem) => {
    const some = about.get(`${problem.rule} ${problem.element}`)
    if (!some) return problem
    const meant = some.filter((waiver) => isAbout(waiver, problem))
    const waiver = meant.find(({ expires }) => expires === undefined || expires >= today)
    if (waiver) return { ...problem, waiver }
    const expired = meant[0]
    return expired ? { ...problem, expired } : problem
  })
}

/** The problems that count: those that nobody waived. */
export function counting(problems: readonly JudgedProblem[]): readonly JudgedProblem[] {
  return problems.filter(({ waiver }) => waiver === undefined)
}

/** Ids of waivers whose problem is no longer there: they can go. */
export function idleWaivers(problems: readonly Problem[], waivers: Waivers): readonly string[] {
  return Object.entries(waivers ?? {})
    .filter(([, waiver]) => !problems.some((problem) => isAbout(waiver, problem)))
    .map(([id]) => id)
}

/** Waives a problem; an older waiver for the same one is replaced. */
export function waive(
  draft: DesignDraft,
  problem: Pick<Problem, 'rule' | 'element' | 'path'>,
  words: Pick<Waiver, 'reason' | 'author' | 'expires'>,
): void {
  draft.waivers ??= {}
  const { waivers } = draft
  const same = Object.keys(waivers).find((id) => {
    const { rule, element, path } = waivers[id] ?? {}
    return rule === problem.rule && element === problem.element && path === problem.path
  })
  const id = same ?? freeId(slug(`${problem.element} ${problem.rule}`, 'waiver'), (taken) => taken in waivers)
  const { reason, author, expires } = words
  waivers[id] = {
    rule: problem.rule,
    element: problem.element,
    path: problem.path,
    reason,
    author,
    ...(expires === undefined ? {} : { expires }),
  }
}

/**
 * May a waiver hold until then? Asked with the schema itself, so that what is accepted can be read again: `Date.parse`
 * takes a 31 February.
 * @param today ISO date, such as `2026-11-26`
 */
export function isExpiry(text: string, today: string): boolean {
  return waiverSchema.shape.expires.safeParse(text).success && text >= today
}

/** Takes a waiver back; a design without any has no list of them. */
export function unwaive(draft: DesignDraft, id: string): void {
  if (!draft.waivers) return
  delete draft.waivers[id]
  if (Object.keys(draft.waivers).length === 0) delete draft.waivers
}

function isAbout(waiver: Waiver, problem: Problem): boolean {
  return (
    waiver.rule === problem.rule &&
    waiver.element === problem.element &&
    (waiver.path === undefined || waiver.path === problem.path)
  )
}
