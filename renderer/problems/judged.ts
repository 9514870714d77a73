/** The problems of the open design with its waivers, remembered for as long as neither changes. */
import type { Design } from '../../shared/design/design'
import type { Problem } from '../../shared/rules/problem'
import { validate } from '../../shared/rules/validate'
import { counting, type JudgedProblem, judge, type Waivers } from '../../shared/rules/waivers'

export interface Judged {
  /** All, waived ones included. */
  readonly all: readonly JudgedProblem[]
  /** Those that nobody waived. */
  readonly open: readonly JudgedProblem[]
}

interface Known extends Judged {
  readonly waivers: Waivers
  /** Absent without waivers: no answer depends on the day then, and every change of the state asks. */
  readonly today: string | undefined
}

const known = new WeakMap<readonly Problem[], Known>()

/** The ISO date of today, on which a waiver may end. */
export function todayHere(): string {
  return new Date().toISOString().slice(0, 10)
}

/** What the rules say about a design today. The same object until problems, waivers or day change. */
export function judgedOf(design: Design): Judged {
  const { waivers } = design
  const problems = validate(design)
  const today = waivers && todayHere()
  const old = known.get(problems)
  if (old && old.waivers === waivers && old.today === today) return old
  const all = today === undefined ? problems : judge(problems, waivers, today)
  const fresh = { all, open: today === undefined ? all : counting(all), waivers, today }
  known.set(problems, fresh)
  return fresh
}
